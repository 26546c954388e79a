// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the command line as a user does: from one jar without a class path.
 */
class CommandLineTests {

	private static final Path JAR = Path.of("target", "cli", "relib-core-cli.jar");

	@TempDir
	private Path directory;

	@Test
	void printsWhatAModuleIs() throws Exception {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.source("module.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"1.2.3\", \"imports B\\n  g() -> unit\\n\")\n")
			.compile("module");
		assertThat(run(0, "inspect", library.toString())).startsWith(library + ": a Linux library (ELF64, ")
			.contains("kind: kit", "B.g() -> unit", "libc.so.6: /", "hazards: none");
	}

	@Test
	void refusesAFileThatIsNotALibrary() throws Exception {
		Path text = Files.writeString(this.directory.resolve("text"), "hello");
		assertThat(run(1, "inspect", text.toString())).contains("not an ELF library but a file that begins with");
		assertThat(run(2)).contains("Usage: relib");
	}

	private static String run(int exitCode, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isEqualTo(exitCode);
		return output;
	}

}
