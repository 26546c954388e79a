// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one JVM has measured: for each call the median of all rounds.
 */
public final class Measurements {

	private static final String BYTES = ".bytes";

	private final Map<String, List<Double>> samples = new LinkedHashMap<>();

	/**
	 * Adds a sample.
	 * @param call what was measured
	 * @param nanoseconds the time of one call
	 * @param bytes the heap that one call has allocated
	 */
	public void add(Call call, double nanoseconds, double bytes) {
		add(key(call), nanoseconds);
		add(key(call) + BYTES, bytes);
	}

	/**
	 * Adds a sample of something that is no call of a peer.
	 * @param name its name
	 * @param value its value
	 */
	public void add(String name, double value) {
		this.samples.computeIfAbsent(name, (unknown) -> new ArrayList<>()).add(value);
	}

	private static String key(Call call) {
		return call.work() + "." + call.peer();
	}

	/**
	 * The time of a call.
	 * @param work the work
	 * @param peer who has done it
	 * @return the median in nanoseconds; empty if it was not measured
	 */
	public OptionalDouble time(String work, String peer) {
		return value(key(new Call(work, peer)));
	}

	/**
	 * Tells whether a peer was measured at all.
	 * @param peer who
	 * @return {@code true} if it has done any work
	 */
	public boolean hasPeer(String peer) {
		return this.samples.keySet().stream().anyMatch((name) -> name.endsWith("." + peer));
	}

	/**
	 * The heap that a call has allocated.
	 * @param work the work
	 * @param peer who has done it
	 * @return the median in bytes; empty if it was not measured
	 */
	public OptionalDouble bytes(String work, String peer) {
		return value(key(new Call(work, peer)) + BYTES);
	}

	/**
	 * A value.
	 * @param name its name
	 * @return the median of its samples; empty if there is none
	 */
	public OptionalDouble value(String name) {
		List<Double> sorted = this.samples.getOrDefault(name, List.of()).stream().sorted().toList();
		return sorted.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sorted.get(sorted.size() / 2));
	}

}
