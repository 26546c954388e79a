// SPDX-License-Identifier: Apache-2.0
/**
 * Writes bindings in Rust.
 */
@NullMarked
package dev.relib.processor.rust;

import org.jspecify.annotations.NullMarked;
