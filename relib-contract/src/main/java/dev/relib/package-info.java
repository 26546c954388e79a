/**
 * Holds the annotations for an application's interfaces, and the root of all exceptions.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;
