/**
 * Tells what a library is, for people and programs that do not load it.
 */
@NullMarked
package dev.relib.inspect;

import org.jspecify.annotations.NullMarked;
