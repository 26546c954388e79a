// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A table of calls in Markdown: a row for each work, a column for each peer, in
 * nanoseconds and bytes of heap.
 */
public final class CallTable {

	private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("rawAdd", "`int add(int, int)`, no kit"),
			Map.entry("add", "`int add(int, int)`"), Map.entry("addOn2", "… on 2 threads"),
			Map.entry("addOnVirtual", "… on a virtual thread"), Map.entry("mix", "6 mixed arguments"),
			Map.entry("text1k", "`String` of 1 KiB in and out"), Map.entry("text64k", "… of 64 KiB"),
			Map.entry("bytes1k", "`byte[]` of 1 KiB in and out"), Map.entry("bytes64k", "… of 64 KiB"),
			Map.entry("record", "record with a list of 16 records in and out"),
			Map.entry("imports", "import `int next(int)`"), Map.entry("nested", "export → import → export"),
			Map.entry("allocation", "malloc and free in the module"), Map.entry("allocationOn2", "… on 2 threads"),
			Map.entry("allocationOnVirtual", "… on a virtual thread"));

	private static final List<String> PEERS = List.of("Relib", "RelibProxy", "FfmByHand", "JniByHand", "JnaDirect",
			"JnaInterface", "JnrFfi", "JavaCpp", "Endive", "GraalWasm");

	private CallTable() {
	}

	/**
	 * Makes a table.
	 * @param measured what was measured
	 * @return Markdown
	 */
	public static String of(Measurements measured) {
		StringJoiner rows = new StringJoiner("\n");
		List<String> peers = PEERS.stream().filter(measured::hasPeer).toList();
		rows.add(row("ns (bytes)", peers.stream()));
		rows.add("|---".repeat(peers.size() + 1) + "|");
		Call.WORKS.stream()
			.flatMap((work) -> Stream.of(Threads.values()).map((threads) -> work + threads.suffix()))
			.filter((work) -> peers.stream().anyMatch((peer) -> measured.time(work, peer).isPresent()))
			.forEach((work) -> rows
				.add(row(TITLES.get(work), peers.stream().map((peer) -> cell(measured, work, peer)))));
		return rows.toString();
	}

	private static String row(String title, Stream<String> cells) {
		return "| " + title + " | " + String.join(" | ", cells.toList()) + " |";
	}

	private static String cell(Measurements measured, String work, String peer) {
		OptionalDouble time = measured.time(work, peer);
		if (time.isEmpty()) {
			return "–";
		}
		long bytes = Math.round(measured.bytes(work, peer).orElse(Double.NaN));
		return String.format(Locale.ROOT, (time.getAsDouble() < 100) ? "%.1f (%d)" : "%,.0f (%d)", time.getAsDouble(),
				bytes);
	}

}
