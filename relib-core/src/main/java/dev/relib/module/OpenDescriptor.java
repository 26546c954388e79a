// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * A file descriptor that a module has opened and not closed. Immutable.
 *
 * @param number the descriptor
 * @param kind the type of file, for example {@code file}, {@code socket} or {@code epoll}
 * @param origin the place in the module's code that opened it
 */
public record OpenDescriptor(long number, String kind, String origin) {

}
