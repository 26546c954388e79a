package dev.relib.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds modules in C++ by the command that the documentation gives, from the kit that is
 * in the jar.
 */
public final class CppModule {

	private static final Path KIT = Path.of("target", "relib-kit").toAbsolutePath();

	private static final Path BINDINGS = Path.of("target", "test-classes", "META-INF", "relib", "cpp").toAbsolutePath();

	private CppModule() {
	}

	/**
	 * Compiles {@code native/<name>/<name>.cpp}.
	 * @param directory where the library goes
	 * @param name the scenario
	 * @param bindings the bindings that it needs
	 * @return the library
	 */
	public static Path compile(Path directory, String name, String... bindings) {
		return compile(directory, name, List.of("-Wl,--version-script=" + KIT.resolve("relib_module.map")), bindings);
	}

	/**
	 * The same, but everything that is visible is exported, the C++ library included.
	 * @param directory where the library goes
	 * @param name the scenario
	 * @param bindings the bindings that it needs
	 * @return the library
	 */
	public static Path compileWithoutVersionScript(Path directory, String name, String... bindings) {
		return compile(directory, name, List.of(), bindings);
	}

	private static Path compile(Path directory, String name, List<String> options, String... bindings) {
		Path library = directory.resolve("lib" + name + ".so");
		List<String> command = new ArrayList<>(List.of("c++", "-O1", "-g", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
				"-shared", "-fPIC", "-fvisibility=hidden", "-pthread", "-static-libstdc++", "-static-libgcc"));
		command.addAll(options);
		command.addAll(List.of("-iquote", BINDINGS.toString(), "-iquote", KIT.toString(),
				Path.of("native", name, name + ".cpp").toAbsolutePath().toString()));
		Arrays.stream(bindings).map((binding) -> BINDINGS.resolve(binding + ".cpp").toString()).forEach(command::add);
		command.addAll(List.of("-x", "c", KIT.resolve("relib_module.c").toString(), "-o", library.toString()));
		run(command);
		return library;
	}

	private static void run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + "\n" + output);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("can not run " + command.get(0) + "; install a C++ compiler", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
