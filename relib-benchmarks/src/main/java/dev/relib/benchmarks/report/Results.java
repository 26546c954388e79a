// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * What several JVMs have measured, in files of one folder.
 *
 * @param folder the folder
 */
public record Results(Path folder) {

	private static final String TABLES = ".md";

	private static final String VERDICTS = ".verdicts";

	/**
	 * Names the JVM and what it was started with.
	 * @return for example {@code 25 + UseSystemMemoryBarrier}
	 */
	public static String jvm() {
		StringJoiner name = new StringJoiner(" + ");
		name.add(Integer.toString(Runtime.version().feature()));
		if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+UseSystemMemoryBarrier")) {
			name.add("UseSystemMemoryBarrier");
		}
		if (System.getProperty("relib.linker") != null) {
			name.add("linker " + System.getProperty("relib.linker"));
		}
		return name.toString();
	}

	/**
	 * Writes what this JVM has measured.
	 * @param name names the measurement
	 * @param tables Markdown; nothing for verdicts alone
	 * @param verdicts what budgets say
	 * @throws IOException if the folder can not be written
	 */
	public void write(String name, String tables, List<Verdict> verdicts) throws IOException {
		Files.createDirectories(this.folder);
		String file = jvm() + " " + name;
		Files.writeString(this.folder.resolve(file + TABLES), tables);
		Files.write(this.folder.resolve(file + VERDICTS), verdicts.stream().map(Verdict::line).toList());
	}

	/**
	 * All tables, those of verdicts first.
	 * @return Markdown
	 * @throws IOException if the folder can not be read
	 */
	public String markdown() throws IOException {
		StringJoiner text = new StringJoiner("\n");
		text.add(verdicts());
		for (Path table : files(TABLES)) {
			text.add(Files.readString(table));
		}
		return text.toString();
	}

	/** A row for each budget, a column for each JVM. */
	private String verdicts() throws IOException {
		Map<String, Map<String, Verdict>> rows = new LinkedHashMap<>();
		Set<String> jvms = new LinkedHashSet<>();
		for (Path file : files(VERDICTS)) {
			String name = file.getFileName().toString();
			String jvm = name.substring(0, name.lastIndexOf(' '));
			for (String line : Files.readAllLines(file)) {
				jvms.add(jvm);
				Verdict verdict = Verdict.parse(line);
				rows.computeIfAbsent(verdict.name(), (unknown) -> new LinkedHashMap<>()).put(jvm, verdict);
			}
		}
		StringJoiner table = new StringJoiner("\n", "", "\n");
		table.add("| budget | at most | JDK " + String.join(" | JDK ", jvms) + " |");
		table.add("|---".repeat(jvms.size() + 2) + "|");
		rows.forEach((name, verdicts) -> {
			List<String> cells = new ArrayList<>(List.of(name, atMost(verdicts)));
			jvms.forEach((jvm) -> cells.add(verdicts.containsKey(jvm) ? verdicts.get(jvm).cell() : "–"));
			table.add("| " + String.join(" | ", cells) + " |");
		});
		return table.toString();
	}

	private static String atMost(Map<String, Verdict> verdicts) {
		return String.join(" / ", verdicts.values().stream().map(Verdict::atMost).distinct().toList());
	}

	private static String plainOnesFirst(Path file) {
		return file.getFileName().toString().replace('+', '~');
	}

	private List<Path> files(String suffix) throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(suffix))
				.sorted(Comparator.comparing(Results::plainOnesFirst))
				.toList();
		}
	}

}
