/**
 * Writes bindings in Rust.
 */
@NullMarked
package dev.relib.processor.rust;

import org.jspecify.annotations.NullMarked;
