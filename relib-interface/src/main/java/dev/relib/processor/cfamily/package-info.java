// SPDX-License-Identifier: Apache-2.0
/**
 * Writes the parts that bindings in C and in C++ have in common.
 */
@NullMarked
package dev.relib.processor.cfamily;

import org.jspecify.annotations.NullMarked;
