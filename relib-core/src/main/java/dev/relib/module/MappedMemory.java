package dev.relib.module;

/**
 * Memory that a module has mapped and not unmapped.
 *
 * @param address where it begins
 * @param bytes its length, whole pages
 * @param origin the place in the module's code that mapped it
 */
public record MappedMemory(long address, long bytes, String origin) {

}
