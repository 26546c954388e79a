// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.module.MappedMemory;

/**
 * Memory that a module has mapped and not unmapped. Leaves out the address, which would
 * help an attacker.
 *
 * @param bytes the size of the mapping in bytes
 * @param origin the function and offset in the module's code that mapped it
 */
public record MappingDescriptor(long bytes, String origin) {

	static MappingDescriptor of(MappedMemory memory) {
		return new MappingDescriptor(memory.bytes(), memory.origin());
	}

}
