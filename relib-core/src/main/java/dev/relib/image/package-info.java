/**
 * Reads library files. Not a line of their code runs.
 */
@NullMarked
package dev.relib.image;

import org.jspecify.annotations.NullMarked;
