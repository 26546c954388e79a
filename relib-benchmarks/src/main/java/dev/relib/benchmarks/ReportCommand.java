// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import dev.relib.benchmarks.report.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Puts what several JVMs have measured into a document.
 */
@Command(name = "report", mixinStandardHelpOptions = true,
		description = "Puts results into a document, between two lines that mark their place.")
final class ReportCommand implements Callable<Integer> {

	private static final String BEGIN = "<!-- measured -->";

	private static final String END = "<!-- end -->";

	@Option(names = "--from", required = true, description = "a folder with results")
	private Path folder;

	@Option(names = "--note", defaultValue = "", description = "what else a reader has to know of the machine")
	private String note;

	@Parameters(index = "0", description = "the document")
	private Path document;

	@Override
	public Integer call() throws IOException {
		String text = Files.readString(this.document);
		String measured = "\n" + machine() + "\n" + new Results(this.folder).markdown();
		Files.writeString(this.document,
				text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + measured + text.substring(text.indexOf(END)));
		return 0;
	}

	private String machine() throws IOException {
		String processor = Files.readAllLines(Path.of("/proc/cpuinfo"))
			.stream()
			.filter((line) -> line.startsWith("model name"))
			.map((line) -> line.substring(line.indexOf(':') + 2))
			.findFirst()
			.orElse(System.getProperty("os.arch"));
		return "Measured on " + LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " processors ("
				+ processor + "), Linux " + System.getProperty("os.version")
				+ (this.note.isEmpty() ? "" : ", " + this.note)
				+ ". Bold is what is past its budget, a dash what was not measured there.\n";
	}

}
