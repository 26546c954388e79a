// SPDX-License-Identifier: Apache-2.0
/**
 * Writes bindings in C.
 */
@NullMarked
package dev.relib.processor.c;

import org.jspecify.annotations.NullMarked;
