// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * Memory that a module has mapped and not unmapped. Immutable.
 *
 * @param address its first address
 * @param bytes its length in bytes, whole pages
 * @param origin the place in the module's code that mapped it
 */
public record MappedMemory(long address, long bytes, String origin) {

}
