// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.nio.file.Path;
import java.util.List;

import dev.relib.fixture.Command;
import dev.relib.fixture.Compilation;
import dev.relib.fixture.NativeFixture;
import dev.relib.test.SystemLibrary;

/**
 * Builds the module of a library.
 *
 * @param directory where it is built
 */
record Enclosure(Path directory) {

	private static final String GO = "go.go";

	/** Tells whether all is there that the module needs. */
	boolean canHouse(Species species) {
		return species.isGo() ? new Command(this.directory, List.of("go", "version")).run().exitCode() == 0
				: species.files().stream().allMatch((file) -> SystemLibrary.search(file).isPresent());
	}

	Path house(Species species) {
		if (species.form() == Form.ITSELF) {
			return SystemLibrary.find(species.files().get(0));
		}
		NativeFixture fixture = NativeFixture.in(this.directory.resolve(species.name()));
		if (species.isGo()) {
			return go(fixture, this.directory.resolve(species.name()));
		}
		fixture.option("-Wl,--no-as-needed").header(Species.class, "zoo.h");
		species.files().forEach((file) -> fixture.option("-Wl,-l:" + file));
		if (species.form() == Form.KIT) {
			fixture.kit().bindings("cage").source(Species.class, "cage.c");
		}
		return fixture.source(Species.class, species.name() + ".c").compile(species.name());
	}

	private static Path go(NativeFixture fixture, Path folder) {
		fixture.source(Species.class, GO);
		Path library = Path.of("libgo.so");
		/* The first word of a compilation has to know --version. */
		List<String> command = List.of("env", "go", "build", "-buildmode=c-shared", "-o", library.toString(), GO);
		new Compilation(folder, command, List.of(folder.resolve(GO)), library).run();
		return folder.resolve(library);
	}

}
