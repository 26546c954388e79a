// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.NoModuleKitException;
import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.spring.UnreadableResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * There is no loadable library at the configured path.
 */
class UnreadableLibraryTests {

	@TempDir
	private Path directory;

	@Test
	void explainsAMissingFile() {
		Path file = this.directory.resolve("libnone.so");
		assertAnalysis(file, UnreadableLibraryException.class, "there is no such file.",
				"Build the library, or correct the module's path.");
	}

	@Test
	void explainsADirectory() {
		assertAnalysis(this.directory.resolve("."), UnreadableLibraryException.class, "it is a directory.",
				"Name the library itself.");
	}

	@Test
	void explainsAnEmptyFile() throws IOException {
		Path file = Files.createFile(this.directory.resolve("libempty.so"));
		FailureAnalysis analysis = analyze(file);
		assertThat(analysis.getDescription()).startsWith(loading(file)).contains("empty");
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void explainsATextFile() throws IOException {
		Path file = Files.writeString(this.directory.resolve("libtext.so"), "#include <stdio.h>\n");
		FailureAnalysis analysis = analyze(file);
		assertThat(analysis.getCause()).isInstanceOf(NotALibraryException.class);
		assertThat(analysis.getDescription()).startsWith(loading(file));
		assertThat(analysis.getAction()).isNotBlank();
	}

	@Test
	void explainsALibraryWithoutTheKit() {
		assertAnalysis(TestLibraries.plain(), NoModuleKitException.class,
				"the library has no symbol relib_module: it was built without the module kit.",
				"Compile relib_module.c and the generated bindings into it, and put one RELIB_MODULE line into "
						+ "its sources. To call a library that is no module, set its kind to plain.");
	}

	@Test
	void explainsAMissingResource() {
		FailureAnalysis analysis = Analyses
			.of(ModuleContext.runner().withPropertyValues("relib.modules.broken.path=classpath:native/none"));
		assertThat(analysis.getCause()).isInstanceOf(UnreadableResourceException.class);
		assertThat(analysis.getDescription()).startsWith("The native module 'broken' could not be loaded from "
				+ "classpath:native/libnone.so: the resource can not be read");
		assertThat(analysis.getAction()).isEqualTo("Put the library at this location, or correct the module's path.");
	}

	@Test
	void explainsAMissingFileAtAnInjectionPoint() {
		FailureAnalysis analysis = Analyses.of(ModuleContext.runner().withBean(Consumer.class));
		assertThat(analysis.getCause()).isInstanceOf(UnreadableLibraryException.class);
		assertThat(analysis.getDescription()).contains("The native module 'none' could not be loaded from ",
				"there is no such file", "Parameter 0 of constructor in " + Consumer.class.getName());
	}

	private static FailureAnalysis analyze(Path library) {
		return Analyses.of(ModuleContext.runner().withPropertyValues(ModuleContext.module("broken", library)));
	}

	private static String loading(Path file) {
		return "The native module 'broken' could not be loaded from " + file.normalize() + ": ";
	}

	private static void assertAnalysis(Path library, Class<?> cause, String problem, String action) {
		FailureAnalysis analysis = analyze(library);
		assertThat(analysis.getCause()).isInstanceOf(cause);
		assertThat(analysis.getDescription()).isEqualTo(loading(library) + problem);
		assertThat(analysis.getAction()).isEqualTo(action);
	}

	record Consumer(@RelibModule("./none") Greeter greeter) {

	}

}
