package dev.relib.autoconfigure.endpoint;

import dev.relib.module.MappedMemory;

/**
 * Memory that a module has mapped and not unmapped. Its address stays here.
 *
 * @param bytes its length
 * @param origin the place in the module's code that mapped it
 */
public record MappingDescriptor(long bytes, String origin) {

	static MappingDescriptor of(MappedMemory memory) {
		return new MappingDescriptor(memory.bytes(), memory.origin());
	}

}
