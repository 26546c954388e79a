// SPDX-License-Identifier: Apache-2.0
/**
 * Describes libraries without loading them.
 */
@NullMarked
package dev.relib.inspect;

import org.jspecify.annotations.NullMarked;
