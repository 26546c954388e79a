/**
 * What an application sees of one module: its options, its reports, its inspection.
 */
@NullMarked
package dev.relib.module;

import org.jspecify.annotations.NullMarked;
