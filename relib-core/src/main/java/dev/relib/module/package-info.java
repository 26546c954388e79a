/**
 * One loaded version of a module: how it is loaded, called through its gate, and
 * unloaded.
 */
@NullMarked
package dev.relib.module;

import org.jspecify.annotations.NullMarked;
