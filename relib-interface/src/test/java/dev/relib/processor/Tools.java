package dev.relib.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The native tools of this machine. What needs a C compiler fails without one.
 */
final class Tools {

	static final Path KIT = kit(Path.of("target", "relib-kit").toAbsolutePath());

	static final Path CPP_KIT = Path.of("..", "relib-module", "cpp").toAbsolutePath().normalize();

	static final String WARNINGS = "-Wall -Wextra -Wpedantic -Werror";

	static final String STRICT_C = "-std=c11 -Wmissing-prototypes " + WARNINGS;

	private Tools() {
	}

	private static Path kit(Path folder) {
		run(Path.of("..", "relib-module", "c"), "sh amalgamate.sh " + folder);
		return folder;
	}

	/**
	 * The C compilers to try.
	 * @return the system's, and those of gcc and clang that are there
	 */
	static Stream<String> compilers() {
		List<String> path = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
		Stream<String> others = Stream.of("gcc", "clang")
			.filter((name) -> path.stream().anyMatch((folder) -> Files.isExecutable(Path.of(folder, name))));
		return Stream.concat(Stream.of("cc"), others);
	}

	/**
	 * Compiles each file of a folder by itself, with all warnings as errors.
	 * @param folder the folder
	 * @param compiler the compiler
	 * @param flags more flags
	 */
	static void compileStrictly(Path folder, String compiler, String flags) {
		for (String file : files(folder, ".c")) {
			assertThat(run(folder, compiler + " " + STRICT_C + " " + flags + " -I" + KIT + " -c " + file + " -o out.o"))
				.isEmpty();
		}
	}

	/**
	 * Links all sources of a folder and the kit into a module.
	 * @param folder the folder
	 * @param compilerAndFlags the compiler, and more flags
	 * @return the module
	 */
	static Path link(Path folder, String compilerAndFlags) {
		String sources = String.join(" ", files(folder, ".c"));
		assertThat(run(folder, compilerAndFlags + " -shared -fPIC -fvisibility=hidden -I" + KIT + " " + sources + " "
				+ KIT.resolve("relib_module.c") + " -o module.so -pthread -ldl"))
			.isEmpty();
		return folder.resolve("module.so");
	}

	/**
	 * Compiles each file of C++ of a folder by itself, with all warnings as errors.
	 * @param folder the folder
	 * @param flags more flags
	 */
	static void compileCpp(Path folder, String flags) {
		for (String file : files(folder, ".cpp")) {
			assertThat(run(folder, "c++ " + WARNINGS + " -Wshadow -fPIC " + flags + " -I" + KIT + " -I" + CPP_KIT
					+ " -c " + file + " -o out.o"))
				.isEmpty();
		}
	}

	/**
	 * Links all sources of C++ of a folder and the kit into a module, as the
	 * documentation says.
	 * @param folder the folder
	 * @return the module
	 */
	static Path linkCpp(Path folder) {
		assertThat(run(folder, "c++ -shared -fPIC -fvisibility=hidden -pthread -static-libstdc++ -static-libgcc "
				+ "-Wl,--version-script=" + CPP_KIT.resolve("relib_module.map") + " -I" + KIT + " -I" + CPP_KIT + " "
				+ String.join(" ", files(folder, ".cpp")) + " -x c " + KIT.resolve("relib_module.c") + " -o module.so"))
			.isEmpty();
		return folder.resolve("module.so");
	}

	/**
	 * Compiles a program of the test's resources and runs it with a module.
	 * @param module the module
	 * @param program the program's source
	 * @param flags more flags
	 * @return what it prints
	 */
	static String runHost(Path module, String program, String flags) {
		Path folder = module.getParent();
		write(folder, "host.cc", Sources.resource(program));
		assertThat(run(folder, "cc -x c -std=c11 " + WARNINGS + " -I" + KIT + " " + flags + " host.cc -o host -ldl"))
			.isEmpty();
		return run(folder, "./host " + module);
	}

	static String run(Path folder, String command) {
		try {
			List<String> words = new ArrayList<>(List.of(command.split(" +")));
			Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as("%s%n%s", command, output).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void write(Path folder, String name, String text) {
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
