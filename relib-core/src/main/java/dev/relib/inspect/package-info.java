/**
 * Describes libraries without loading them.
 */
@NullMarked
package dev.relib.inspect;

import org.jspecify.annotations.NullMarked;
