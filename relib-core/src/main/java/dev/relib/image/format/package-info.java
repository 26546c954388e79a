/**
 * Tells by a file's first bytes what it is.
 */
@NullMarked
package dev.relib.image.format;

import org.jspecify.annotations.NullMarked;
