package dev.relib.module;

import java.util.List;

/**
 * Where a module has allocated memory that it has not given back, as far as allocations
 * were sampled.
 *
 * @param count sampled allocations
 * @param bytes their requested sizes, added up
 * @param frames the calls that led to them, innermost first: function and offset, with
 * file and line where debug information and addr2line are there
 */
public record LeakSite(long count, long bytes, List<String> frames) {

	public LeakSite {
		frames = List.copyOf(frames);
	}

}
