// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.LibraryPolicy;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.ModuleLoadException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Messages name a library by what the user has said, and by no path of a copy.
 */
@OnOneJdk
class LocationTests {

	@Test
	void namesALibraryByItsLocation(@TempDir Path directory) throws IOException {
		Path copy = Files.createFile(directory.resolve("libcopy.so"));
		ModuleDefinition definition = new ModuleDefinition("packed", copy, "classpath:native/libpacked.so",
				ModuleOptions.DEFAULT, LibraryPolicy.DEFAULT);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			ModuleLoadException ex = catchThrowableOfType(ModuleLoadException.class, () -> registry.add(definition));
			assertThat(ex).hasMessageStartingWith("module 'packed' (classpath:native/libpacked.so): the file is empty");
			assertThat(ex.getMessage()).doesNotContain(directory.toString());
			assertThat(ex.source().path()).isEqualTo(copy);
		}
	}

}
