// SPDX-License-Identifier: Apache-2.0
/**
 * The work that is compared.
 */
@NullMarked
package dev.relib.benchmarks.work;

import org.jspecify.annotations.NullMarked;
