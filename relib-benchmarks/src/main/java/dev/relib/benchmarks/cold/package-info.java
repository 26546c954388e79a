// SPDX-License-Identifier: Apache-2.0
/**
 * What the first call of a process costs.
 */
@NullMarked
package dev.relib.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
