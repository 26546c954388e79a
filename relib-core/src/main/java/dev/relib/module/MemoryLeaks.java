package dev.relib.module;

/**
 * Memory that a module had not freed when it was unloaded.
 *
 * @param count allocations
 * @param bytes their requested sizes, added up
 * @param freedCount how many of them the unload freed
 * @param foreignFrees how many allocations of the module other code is known to have
 * freed; with any, the unload frees none of the rest, which may belong to others
 */
public record MemoryLeaks(long count, long bytes, long freedCount, long foreignFrees) {

	/** No leaks. */
	public static final MemoryLeaks NONE = new MemoryLeaks(0, 0, 0, 0);

}
