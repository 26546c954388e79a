// SPDX-License-Identifier: Apache-2.0
/**
 * Checks a library against its policy: its location, its owners and permissions, and its
 * bytes.
 */
@NullMarked
package dev.relib.policy;

import org.jspecify.annotations.NullMarked;
