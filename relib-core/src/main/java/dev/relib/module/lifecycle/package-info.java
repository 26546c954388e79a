/**
 * Loads and unloads one generation of a module, step by step.
 */
@NullMarked
package dev.relib.module.lifecycle;

import org.jspecify.annotations.NullMarked;
