// SPDX-License-Identifier: Apache-2.0
/**
 * Calls native code through JNA.
 */
@NullMarked
package dev.relib.link.jna;

import org.jspecify.annotations.NullMarked;
