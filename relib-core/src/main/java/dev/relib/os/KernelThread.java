// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.time.Instant;

/**
 * A thread of this process as the kernel knows it.
 *
 * @param id the kernel's id, which is used again after the thread's end; 0 if unknown
 * @param start when it started, in the kernel's own units, empty if unknown: together
 * with the id, it is never used again
 * @param name the kernel's name of the thread when it was asked for
 * @param seen when it was asked for
 */
public record KernelThread(long id, String start, String name, Instant seen) {

}
