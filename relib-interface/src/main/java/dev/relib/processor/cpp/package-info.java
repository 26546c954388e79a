// SPDX-License-Identifier: Apache-2.0
/**
 * Writes bindings in C++.
 */
@NullMarked
package dev.relib.processor.cpp;

import org.jspecify.annotations.NullMarked;
