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
 * The native modules of the tests, each compiled when the first test of a JVM needs it.
 */
public final class TestLibraries {

	/** Relative, as interfaces name libraries below it. */
	public static final Path DIRECTORY = Path.of("target", "test-modules");

	private static final Map<String, Path> compiled = new ConcurrentHashMap<>();

	private TestLibraries() {
	}

	/** Exports a greeter that says hello. */
	public static Path greeter() {
		return greeter("greeter", "Hello");
	}

	/** Exports a greeter with words of its own. */
	public static Path greeter(String name, String greeting) {
		return compiled.computeIfAbsent(name, (key) -> compileGreeter(DIRECTORY.resolve(key), key, greeting, "1.0.0"));
	}

	/** Compiles a greeter anew, for tests that replace or break it. */
	public static Path compileGreeter(Path directory, String name, String greeting, String version) {
		return fixture(directory).bindings("greeter")
			.source(TestLibraries.class, "greeting.c")
			.option("-DGREETING=\"" + greeting + "\"")
			.option("-DVERSION=\"" + version + "\"")
			.compile(name)
			.toAbsolutePath();
	}

	/** Exports a greeter, and is marked so that the loader never lets it go. */
	public static Path clinging() {
		return compiled.computeIfAbsent("clinging",
				(key) -> fixture(DIRECTORY.resolve(key)).bindings("greeter")
					.source(TestLibraries.class, "greeting.c")
					.option("-DGREETING=\"Here\"")
					.option("-DVERSION=\"1.0.0\"")
					.option("-Wl,-z,nodelete")
					.compile(key)
					.toAbsolutePath());
	}

	/** Exports a greeter and a counter. */
	public static Path talker() {
		return compile("talker", "talking.c", "greeter", "counter");
	}

	/** Exports a greeter that imports titles. */
	public static Path polite() {
		return compile("polite", "politeness.c", "greeter", "titles");
	}

	/** Exports a greeter that imports titles and uses them before it is unloaded. */
	public static Path parting() {
		return compile("parting", "parting.c", "greeter", "titles");
	}

	/** Exports a worker. */
	public static Path worker() {
		return compile("worker", "working.c", "worker");
	}

	/** Exports a herald. */
	public static Path herald() {
		return compile("herald", "heralding.c", "herald");
	}

	/** Exports a crier, where the crier says that it is. */
	public static Path crier() {
		return compile("crier", "/dev/relib/autoconfigure/located/crying.c", "crier");
	}

	/** Declares the greeter but exports none of its functions. */
	public static Path halfGreeter() {
		return compile("half_greeter", "half_greeter.c");
	}

	/** A library without the module kit. */
	public static Path plain() {
		return compiled.computeIfAbsent("plain",
				(name) -> NativeFixture.in(directory(DIRECTORY.resolve(name)))
					.source(TestLibraries.class, "plain.c")
					.compile(name)
					.toAbsolutePath());
	}

	/** Compiles a C source into a folder of the library's name. */
	public static Path compile(String name, String source, String... interfaces) {
		return compiled.computeIfAbsent(name,
				(key) -> fixture(DIRECTORY.resolve(key)).bindings(interfaces)
					.source(TestLibraries.class, source)
					.compile(key)
					.toAbsolutePath());
	}

	private static NativeFixture fixture(Path directory) {
		return NativeFixture.in(directory(directory)).kit();
	}

	private static Path directory(Path directory) {
		try {
			return Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What this process has mapped of a library, wherever its copy is. */
	public static List<String> mapped(String name) {
		try (var maps = Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
			return maps.filter((line) -> line.contains("-lib" + name + ".so")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
