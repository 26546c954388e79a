// SPDX-License-Identifier: Apache-2.0
/**
 * What was measured, as tables, budgets and plots.
 */
@NullMarked
package dev.relib.benchmarks.report;

import org.jspecify.annotations.NullMarked;
