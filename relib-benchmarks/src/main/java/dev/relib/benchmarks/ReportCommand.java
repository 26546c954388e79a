// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Puts tables of several JVMs into a document.
 */
@Command(name = "report", mixinStandardHelpOptions = true,
		description = "Puts tables into a document, between two lines that mark their place.")
final class ReportCommand implements Callable<Integer> {

	private static final String BEGIN = "<!-- measured -->";

	private static final String END = "<!-- end -->";

	@Option(names = "--from", required = true, description = "a folder with tables")
	private Path folder;

	@Parameters(index = "0", description = "the document")
	private Path document;

	@Override
	public Integer call() throws IOException {
		String text = Files.readString(this.document);
		int begin = text.indexOf(BEGIN) + BEGIN.length();
		int end = text.indexOf(END);
		StringJoiner measured = new StringJoiner("\n", "\n" + machine() + "\n", "\n");
		for (Path table : tables()) {
			measured.add(Files.readString(table));
		}
		Files.writeString(this.document, text.substring(0, begin) + measured + text.substring(end));
		return 0;
	}

	private List<Path> tables() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	private static String machine() throws IOException {
		String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 2))
			.findFirst()
			.orElse(System.getProperty("os.arch"));
		return "Measured on " + LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " processors ("
				+ processor + "), Linux " + System.getProperty("os.version") + ".\n";
	}

}
