// SPDX-License-Identifier: Apache-2.0
/**
 * JMH benchmarks of calls of exports, and of JNA calls for comparison.
 */
@NullMarked
package dev.relib.benchmarks;

import org.jspecify.annotations.NullMarked;
