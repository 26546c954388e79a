// SPDX-License-Identifier: Apache-2.0
package dev.relib.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.relib.fixture.Compilation;

/**
 * Builds C++ modules by the documented command line, with the kit from the jar of
 * relib-module.
 */
public final class CppModule {

	private static final Path KIT = Path.of("target", "relib-kit").toAbsolutePath();

	private static final Path BINDINGS = Path.of("target", "test-classes", "META-INF", "relib", "cpp").toAbsolutePath();

	private CppModule() {
	}

	/**
	 * Compiles {@code native/<name>/<name>.cpp}.
	 * @param directory the directory for the library
	 * @param name the name of the scenario
	 * @param bindings the names of the bindings to compile
	 * @return the library
	 */
	public static Path compile(Path directory, String name, String... bindings) {
		return compile(directory, name, List.of("-Wl,--version-script=" + KIT.resolve("relib_module.map")), bindings);
	}

	/**
	 * Compiles {@code native/<name>/<name>.cpp} without the version script, so that the
	 * library exports all visible symbols, including those of the C++ library.
	 * @param directory the directory for the library
	 * @param name the name of the scenario
	 * @param bindings the names of the bindings to compile
	 * @return the library
	 */
	public static Path compileWithoutVersionScript(Path directory, String name, String... bindings) {
		return compile(directory, name, List.of(), bindings);
	}

	private static Path compile(Path directory, String name, List<String> options, String... bindings) {
		Path library = Path.of("lib" + name + ".so");
		List<String> command = new ArrayList<>(List.of("c++", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
				"-shared", "-fPIC", "-fvisibility=hidden", "-pthread", "-static-libstdc++", "-static-libgcc"));
		command.addAll(options);
		command.addAll(List.of("-iquote", BINDINGS.toString(), "-iquote", KIT.toString(),
				Path.of("native", name, name + ".cpp").toAbsolutePath().toString()));
		Arrays.stream(bindings).map((binding) -> BINDINGS.resolve(binding + ".cpp").toString()).forEach(command::add);
		command.addAll(List.of("-x", "c", KIT.resolve("relib_module.c").toString(), "-o", library.toString()));
		new Compilation(directory, command, List.of(), library).run();
		return directory.resolve(library);
	}

}
