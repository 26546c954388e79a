// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.ForbiddenLocationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedDirectoriesTests {

	private static final String PROPERTY = "relib.policy.allowed-directories=";

	@TempDir
	private Path directory;

	private Path library;

	@BeforeEach
	void install() throws IOException {
		this.directory = this.directory.toRealPath();
		this.library = Installed.greeter(this.directory.resolve("native/libgreeter.so"), "Hello");
	}

	@Test
	void areEverywhereByDefault() {
		Installed.assertGreets(Installed.runner(this.library));
	}

	@Test
	void takeLibrariesFromThem() {
		Installed.assertGreets(Installed.runner(this.library, PROPERTY + "/nowhere," + this.directory));
		TestLibraries.greeter();
		Installed.assertGreets(Installed.runner(Path.of("target/test-modules/greeter/libgreeter.so"),
				PROPERTY + "target/test-modules"));
	}

	@Test
	void refuseLibrariesFromElsewhere() throws IOException {
		Path allowed = Files.createDirectory(this.directory.resolve("allowed"));
		Path link = Files.createSymbolicLink(allowed.resolve("libgreeter.so"), this.library);
		Installed.assertRefused(Installed.runner(link, PROPERTY + allowed), ForbiddenLocationException.class,
				(ex) -> assertThat(ex.directory()).isEqualTo(this.library.getParent()));
	}

	@Test
	void areNotLookedForOnTheClassPath() {
		assertThat(getClass().getResource("/dev")).isNotNull();
		Installed.assertRefused(Installed.runner(this.library, PROPERTY + "dev"), ForbiddenLocationException.class,
				(ex) -> assertThat(ex.problem()).contains("dev (which does not exist)"));
	}

	@Test
	void refuseLibrariesBeforeTheyAreRead() throws IOException {
		Files.writeString(this.library, "not a library");
		Installed.assertRefused(Installed.runner(this.library, PROPERTY + "/nowhere"), ForbiddenLocationException.class,
				(ex) -> assertThat(ex.fix()).contains("relib.policy.allowed-directories"));
	}

	@Test
	void refuseLibrariesThatAreNotConfigured() {
		TestLibraries.greeter();
		Installed.assertRefused(
				ModuleContext.runner().withPropertyValues(PROPERTY + "/nowhere").withBean(Located.class),
				ForbiddenLocationException.class, (ex) -> assertThat(ex.module()).isEqualTo("greeter"));
	}

	record Located(@RelibModule("target/test-modules/greeter/greeter") Greeter greeter) {

	}

}
