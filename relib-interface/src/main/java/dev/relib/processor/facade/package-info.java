// SPDX-License-Identifier: Apache-2.0
/**
 * Writes the Java side of an interface: code that implements its exports, or calls its
 * imports.
 */
@NullMarked
package dev.relib.processor.facade;

import org.jspecify.annotations.NullMarked;
