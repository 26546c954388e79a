// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import dev.relib.RelibExports;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.failure.InvalidContractException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The type of an injection point is not a valid export interface.
 */
class InvalidInterfaceTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void explainsATypeWithoutAnnotation() {
		FailureAnalysis analysis = Analyses.of(this.runner.withBean(OtherType.class));
		assertThat(analysis.getCause()).isInstanceOf(InvalidContractException.class);
		assertThat(analysis.getDescription()).isEqualToNormalizingNewlines(
				"java.lang.Runnable must be an interface with either @RelibExports or @RelibImports.\n\n"
						+ "It is required by:\n\n\tParameter 0 of constructor in " + OtherType.class.getName());
		assertThat(analysis.getAction()).isEqualTo("Correct the declaration of java.lang.Runnable.");
	}

	@Test
	void explainsAnImportInterface() {
		assertThat(Analyses.of(this.runner.withBean(ImportType.class)).getDescription())
			.contains("has @RelibImports where @RelibExports is required");
	}

	/**
	 * Compiles an interface without the annotation processor, which would refuse it.
	 */
	@Test
	void explainsATypeThatCanNotCross(@TempDir Path directory) throws Exception {
		compile(directory, "Calendar", """
				@dev.relib.RelibExports
				public interface Calendar {
					java.util.Date today();
				}
				""");
		compile(directory, "Consumer", """
				public record Consumer(@dev.relib.RelibModule("greeter") Calendar calendar) {
				}
				""");
		try (URLClassLoader classes = new URLClassLoader(new URL[] { directory.toUri().toURL() },
				getClass().getClassLoader())) {
			FailureAnalysis analysis = Analyses
				.of(this.runner.withClassLoader(classes).withBean(classes.loadClass("Consumer")));
			assertThat(analysis.getCause()).isInstanceOf(InvalidContractException.class);
			assertThat(analysis.getDescription()).startsWith(
					"Calendar.today uses java.util.Date, which cannot be passed to native code; use boolean, byte, ");
			assertThat(analysis.getAction()).isEqualTo("Correct the declaration of Calendar.today.");
		}
	}

	private static void compile(Path directory, String name, String text) throws IOException, URISyntaxException {
		Path source = Files.writeString(directory.resolve(name + ".java"), text);
		Path annotations = Path.of(RelibExports.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		assumeThat(compiler).as("a JDK, not a runtime alone").isNotNull();
		int errors = compiler.run(null, null, null, "-proc:none", "-cp", annotations + ":" + directory,
				source.toString());
		assertThat(errors).isZero();
	}

	record OtherType(@RelibModule("greeter") Runnable runnable) {

	}

	record ImportType(@RelibModule("greeter") Titles titles) {

	}

}
