// SPDX-License-Identifier: Apache-2.0
/**
 * How cost grows with modules, threads and allocations.
 */
@NullMarked
package dev.relib.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
