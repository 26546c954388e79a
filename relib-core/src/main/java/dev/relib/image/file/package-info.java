/**
 * Files of others, read in small pieces at any place.
 */
@NullMarked
package dev.relib.image.file;

import org.jspecify.annotations.NullMarked;
