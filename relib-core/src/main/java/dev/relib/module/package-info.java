// SPDX-License-Identifier: Apache-2.0
/**
 * The data of one module: its options, reports and inspection. All types are immutable.
 */
@NullMarked
package dev.relib.module;

import org.jspecify.annotations.NullMarked;
