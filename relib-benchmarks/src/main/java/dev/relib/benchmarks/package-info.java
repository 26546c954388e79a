/**
 * Measures what a call costs, beside what it is made of.
 */
@NullMarked
package dev.relib.benchmarks;

import org.jspecify.annotations.NullMarked;
