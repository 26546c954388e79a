/**
 * Holds the annotations for an application's interfaces.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;
