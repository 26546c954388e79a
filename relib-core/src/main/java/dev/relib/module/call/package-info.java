// SPDX-License-Identifier: Apache-2.0
/**
 * One call: the stack of frames of the calling thread, the guard that each call passes,
 * facades and import stubs.
 */
@NullMarked
package dev.relib.module.call;

import org.jspecify.annotations.NullMarked;
