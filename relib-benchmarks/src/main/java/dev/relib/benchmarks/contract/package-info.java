// SPDX-License-Identifier: Apache-2.0
/**
 * The contract of the work that is compared.
 */
@NullMarked
package dev.relib.benchmarks.contract;

import org.jspecify.annotations.NullMarked;
