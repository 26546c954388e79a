// SPDX-License-Identifier: Apache-2.0
/**
 * Calls native code through native methods of librelib_rt, and is called through its
 * functions.
 */
@NullMarked
package dev.relib.link.jni;

import org.jspecify.annotations.NullMarked;
