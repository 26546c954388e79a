/**
 * One call: the calling thread's stack of frames, the guard that each call passes,
 * facades and import stubs.
 */
@NullMarked
package dev.relib.module.call;

import org.jspecify.annotations.NullMarked;
