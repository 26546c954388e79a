// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.nio.file.Path;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.failure.DirectoryUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;

class MissingDirectoryTests {

	@Test
	void explainsADirectoryThatDoesNotExist(@TempDir Path parent) {
		Path missing = parent.resolve("missing");
		FailureAnalysis analysis = Analyses.of(ModuleContext.runner().withPropertyValues("relib.directory=" + missing));
		assertThat(analysis.getCause()).isInstanceOf(DirectoryUnavailableException.class);
		assertThat(analysis.getDescription()).contains("private directory in " + missing);
		assertThat(analysis.getAction()).startsWith("Set the property relib.directory to an existing directory");
	}

}
