/**
 * An image workshop whose filters are native modules.
 */
@NullMarked
package dev.relib.sample;

import org.jspecify.annotations.NullMarked;
