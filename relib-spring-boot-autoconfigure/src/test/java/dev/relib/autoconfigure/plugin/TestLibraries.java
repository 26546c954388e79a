// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.relib.fixture.NativeFixture;

/**
 * The native modules of the tests. Each is compiled once per JVM, when a test first needs
 * it.
 */
public final class TestLibraries {

	/**
	 * A relative path, because {@code @RelibModule} of an interface names a library in
	 * it.
	 */
	public static final Path DIRECTORY = Path.of("target", "test-modules");

	private static final Map<String, Path> compiled = new ConcurrentHashMap<>();

	private TestLibraries() {
	}

	/** Returns a module that exports a greeter, which says hello. */
	public static Path greeter() {
		return greeter("greeter", "Hello");
	}

	/** Returns a module that exports a greeter with a greeting of its own. */
	public static Path greeter(String name, String greeting) {
		return compiled.computeIfAbsent(name, (key) -> compileGreeter(DIRECTORY.resolve(key), key, greeting, "1.0.0"));
	}

	/** Compiles a new greeter, for tests that replace or break it. */
	public static Path compileGreeter(Path directory, String name, String greeting, String version) {
		return fixture(directory).bindings("greeter")
			.source(TestLibraries.class, "greeting.c")
			.option("-DGREETING=\"" + greeting + "\"")
			.option("-DVERSION=\"" + version + "\"")
			.compile(name);
	}

	/** Returns a module that exports a greeter and has the flag NODELETE. */
	public static Path clinging() {
		return compiled.computeIfAbsent("clinging",
				(key) -> fixture(DIRECTORY.resolve(key)).bindings("greeter")
					.source(TestLibraries.class, "greeting.c")
					.option("-DGREETING=\"Here\"")
					.option("-DVERSION=\"1.0.0\"")
					.option("-Wl,-z,nodelete")
					.compile(key));
	}

	/** Returns a module that exports a greeter and a counter. */
	public static Path talker() {
		return compile("talker", "talking.c", "greeter", "counter");
	}

	/** Returns a module that exports a greeter and imports titles. */
	public static Path polite() {
		return compile("polite", "politeness.c", "greeter", "titles");
	}

	/** Returns a module that exports a greeter and calls its import in before_unload. */
	public static Path parting() {
		return compile("parting", "parting.c", "greeter", "titles");
	}

	/** Returns a module that exports a worker. */
	public static Path worker() {
		return compile("worker", "working.c", "worker");
	}

	/** Returns a module that exports a herald. */
	public static Path herald() {
		return compile("herald", "heralding.c", "herald");
	}

	/**
	 * Returns a module that exports a crier, at the location that the interface names.
	 */
	public static Path crier() {
		return compile("crier", "/dev/relib/autoconfigure/located/crying.c", "crier");
	}

	/** Returns a module whose contract declares a greeter that it does not export. */
	public static Path halfGreeter() {
		return compile("half_greeter", "half_greeter.c");
	}

	/** Returns a library without the module kit. */
	public static Path plain() {
		return compiled.computeIfAbsent("plain",
				(name) -> NativeFixture.in(directory(DIRECTORY.resolve(name)))
					.source(TestLibraries.class, "plain.c")
					.compile(name));
	}

	/** Compiles a C source into a directory named after the library. */
	public static Path compile(String name, String source, String... interfaces) {
		return compiled.computeIfAbsent(name,
				(key) -> fixture(DIRECTORY.resolve(key)).bindings(interfaces)
					.source(TestLibraries.class, source)
					.compile(key));
	}

	private static NativeFixture fixture(Path directory) {
		return NativeFixture.in(directory(directory)).kit();
	}

	private static Path directory(Path directory) {
		try {
			return Files.createDirectories(directory).toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns the lines of the process maps that name a copy of a library. */
	public static List<String> mapped(String name) {
		try (var maps = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
			return maps.filter((line) -> line.contains("-lib" + name + ".so")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
