/**
 * What an application imports: modules, their registry and its events.
 */
@NullMarked
package dev.relib;

import org.jspecify.annotations.NullMarked;
