// SPDX-License-Identifier: Apache-2.0
/**
 * Reads an interface that is being compiled: its trait, its documentation and its
 * problems.
 */
@NullMarked
package dev.relib.processor.reader;

import org.jspecify.annotations.NullMarked;
