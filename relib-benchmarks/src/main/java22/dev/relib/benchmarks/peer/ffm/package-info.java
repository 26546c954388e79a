// SPDX-License-Identifier: Apache-2.0
/**
 * The JDK's foreign functions, written by hand.
 */
@NullMarked
package dev.relib.benchmarks.peer.ffm;

import org.jspecify.annotations.NullMarked;
