// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.relib.fixture.Command;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the native tools of this machine. A test fails on a machine without a C compiler.
 */
public final class Tools {

	public static final Path KIT = kit(Path.of("target", "relib-kit").toAbsolutePath());

	public static final Path CPP_KIT = Path.of("..", "relib-module", "cpp").toAbsolutePath().normalize();

	public static final String WARNINGS = "-Wall -Wextra -Wpedantic -Werror";

	public static final String STRICT_C = "-std=c11 -Wmissing-prototypes " + WARNINGS;

	private static final Map<String, Path> KIT_OBJECTS = new HashMap<>();

	private Tools() {
	}

	private static Path kit(Path folder) {
		run(Path.of("..", "relib-module", "c"), "sh amalgamate.sh " + folder);
		return folder;
	}

	/**
	 * Lists the C compilers of this machine.
	 * @return {@code cc}, with {@code gcc} and {@code clang} where they are another one
	 */
	public static Stream<String> compilers() {
		Map<String, String> versions = new LinkedHashMap<>();
		for (String compiler : List.of("cc", "gcc", "clang")) {
			Command.Result version = new Command(Path.of(".").toAbsolutePath(), List.of(compiler, "--version")).run();
			if (version.exitCode() == 0) {
				versions.putIfAbsent(version.output().replaceFirst("^\\S+", ""), compiler);
			}
		}
		return versions.values().stream();
	}

	/**
	 * Compiles each file of a folder by itself, with all warnings as errors.
	 * @param folder the folder
	 * @param compiler the compiler
	 * @param flags more flags
	 */
	public static void compileStrictly(Path folder, String compiler, String flags) {
		for (String file : files(folder, ".c")) {
			assertThat(run(folder, compiler + " " + STRICT_C + " " + flags + " -I" + KIT + " -c " + file + " -o out.o"))
				.isEmpty();
		}
	}

	/**
	 * Links all sources of a folder and the kit into a module.
	 * @param folder the folder
	 * @param compilerAndFlags the compiler, and more flags
	 * @return the library of the module
	 */
	public static Path link(Path folder, String compilerAndFlags) {
		String sources = String.join(" ", files(folder, ".c"));
		assertThat(run(folder, compilerAndFlags + " -shared -fPIC -fvisibility=hidden -I" + KIT + " " + sources + " "
				+ kitObject(compilerAndFlags) + " -o module.so -pthread -ldl"))
			.isEmpty();
		return folder.resolve("module.so");
	}

	private static synchronized Path kitObject(String compilerAndFlags) {
		return KIT_OBJECTS.computeIfAbsent(compilerAndFlags, (compiler) -> {
			String object = "kit-" + KIT_OBJECTS.size() + ".o";
			run(KIT, compiler + " -fPIC -fvisibility=hidden -c relib_module.c -o " + object);
			return KIT.resolve(object);
		});
	}

	/**
	 * Compiles each C++ file of a folder by itself, with all warnings as errors.
	 * @param folder the folder
	 * @param flags more flags
	 */
	public static void compileCpp(Path folder, String flags) {
		for (String file : files(folder, ".cpp")) {
			assertThat(run(folder, "c++ " + WARNINGS + " -Wshadow -fPIC " + flags + " -I" + KIT + " -I" + CPP_KIT
					+ " -c " + file + " -o out.o"))
				.isEmpty();
		}
	}

	/**
	 * Links all C++ sources of a folder and the kit into a module, with the command line
	 * of the documentation.
	 * @param folder the folder
	 * @return the library of the module
	 */
	public static Path linkCpp(Path folder) {
		assertThat(run(folder, "c++ -shared -fPIC -fvisibility=hidden -pthread -static-libstdc++ -static-libgcc "
				+ "-Wl,--version-script=" + CPP_KIT.resolve("relib_module.map") + " -I" + KIT + " -I" + CPP_KIT + " "
				+ String.join(" ", files(folder, ".cpp")) + " -x c " + KIT.resolve("relib_module.c") + " -o module.so"))
			.isEmpty();
		return folder.resolve("module.so");
	}

	/**
	 * Compiles a host program from the test resources and runs it with a module.
	 * @param module the library of the module
	 * @param program the source file of the program
	 * @param flags more flags
	 * @return the output of the program
	 */
	public static String runHost(Path module, String program, String flags) {
		Path folder = module.getParent();
		write(folder, "host.cc", Sources.resource(program));
		assertThat(run(folder, "cc -x c -std=c11 " + WARNINGS + " -I" + KIT + " " + flags + " host.cc -o host -ldl"))
			.isEmpty();
		return run(folder, "./host " + module);
	}

	public static String run(Path folder, String command) {
		return new Command(folder, List.of(command.split(" +"))).succeed();
	}

	public static void write(Path folder, String name, String text) {
		try {
			Files.writeString(folder.resolve(name), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> files(Path folder, String extension) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(Path::getFileName)
				.map(Path::toString)
				.filter((name) -> name.endsWith(extension))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
