/**
 * What an application writes on its interfaces, and the root of all exceptions.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;

