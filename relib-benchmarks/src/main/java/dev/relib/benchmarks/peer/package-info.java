// SPDX-License-Identifier: Apache-2.0
/**
 * Ways to call native code that do the same work.
 */
@NullMarked
package dev.relib.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
