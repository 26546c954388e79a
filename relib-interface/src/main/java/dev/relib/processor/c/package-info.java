/**
 * Writes bindings in C.
 */
@NullMarked
package dev.relib.processor.c;

import org.jspecify.annotations.NullMarked;
