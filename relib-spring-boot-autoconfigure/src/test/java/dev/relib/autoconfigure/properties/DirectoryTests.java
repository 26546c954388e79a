// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.properties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTests {

	@Test
	void mapsCopiesBelowTheDirectory(@TempDir Path directory) throws IOException {
		String realPath = directory.toRealPath().toString();
		ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
					"relib.directory=" + directory)
			.run((context) -> {
				assertThat(TestLibraries.mapped("greeter")).isNotEmpty().allMatch((line) -> line.contains(realPath));
				assertThat(content(directory)).singleElement()
					.satisfies((own) -> assertThat(Files.getPosixFilePermissions(own))
						.isEqualTo(PosixFilePermissions.fromString("rwx------")));
			});
		assertThat(content(directory)).isEmpty();
	}

	private static List<Path> content(Path directory) throws IOException {
		try (Stream<Path> content = Files.list(directory)) {
			return content.toList();
		}
	}

}
