/**
 * The command line.
 */
@NullMarked
package dev.relib.cli;

import org.jspecify.annotations.NullMarked;
