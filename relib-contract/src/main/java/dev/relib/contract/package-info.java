/**
 * What a module and its host agree on: traits, functions and value types, read from Java
 * interfaces, written as one canonical text and compared line by line.
 */
@NullMarked
package dev.relib.contract;

import org.jspecify.annotations.NullMarked;

