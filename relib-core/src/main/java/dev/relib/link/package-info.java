// SPDX-License-Identifier: Apache-2.0
/**
 * The machine's side of a call: turns the shape of a function into a call that takes its
 * address, and Java code into an address. One implementation per way to call native code.
 */
@NullMarked
package dev.relib.link;

import org.jspecify.annotations.NullMarked;
