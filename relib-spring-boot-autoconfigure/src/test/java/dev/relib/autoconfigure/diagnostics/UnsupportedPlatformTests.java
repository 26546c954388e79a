// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.nio.file.Path;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.fixture.ChildJvm;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class UnsupportedPlatformTests {

	@ParameterizedTest
	@ValueSource(strings = { "relib.modules.greeter.path", "unrelated" })
	void explainsWhereModulesCanBeLoaded(String property, @TempDir Path directory) {
		ChildJvm.Result result = new ChildJvm().option("-Dos.name=Windows 11")
			.option("-Dos.arch=amd64")
			.run(Application.class, property + "=" + directory.resolve("greeter.dll"));
		assertThat(result.output())
			.contains("native modules can be loaded on linux only, and this JVM runs on windows-x86_64.\n"
					+ "If the application can do without native modules, set relib.enabled to false.\n");
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

	static final class Application {

		public static void main(String[] arguments) {
			FailureAnalysis analysis = Analyses.of(ModuleContext.runner().withPropertyValues(arguments));
			assertThat(analysis.getCause()).isInstanceOf(RuntimeUnavailableException.class);
			System.out.println(analysis.getDescription());
			System.out.println(analysis.getAction());
		}

	}

}
