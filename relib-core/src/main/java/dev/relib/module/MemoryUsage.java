package dev.relib.module;

/**
 * Native memory that a module has got from its allocator and not given back.
 *
 * @param liveCount allocations
 * @param liveBytes their requested sizes, added up
 * @param totalCount allocations since the module was loaded
 * @param foreignFrees allocations that somebody else than the module has freed: with any,
 * leaks are not freed at unload, for they might be somebody's memory by now
 */
public record MemoryUsage(long liveCount, long liveBytes, long totalCount, long foreignFrees) {

	/** Nothing, as of a module that does not report. */
	public static final MemoryUsage NONE = new MemoryUsage(0, 0, 0, 0);

}
