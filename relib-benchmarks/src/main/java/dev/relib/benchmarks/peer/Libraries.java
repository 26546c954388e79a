// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.fixture.NativeFixture;

/**
 * The libraries that peers call, compiled when the first peer asks for one.
 */
public final class Libraries {

	private static final Class<?> RESOURCES = dev.relib.benchmarks.Benchmarks.class;

	private static final Path DIRECTORY = directory();

	private static final Path MODULE = NativeFixture.in(DIRECTORY)
		.kit()
		.bindings("adder", "work", "host")
		.source(RESOURCES, "work.c")
		.option("-O2")
		.option("-Wl,--strip-debug")
		.compile("work");

	private static final Path RAW = NativeFixture.in(DIRECTORY)
		.source(RESOURCES, "raw.c")
		.option("-O2")
		.option("-fvisibility=default")
		.compile("raw");

	private Libraries() {
	}

	private static Path directory() {
		try {
			return Files.createTempDirectory("relib-benchmarks");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The work as a module.
	 * @return a library with the kit
	 */
	public static Path module() {
		return MODULE;
	}

	/**
	 * The work that needs no kit.
	 * @return a library with the functions of {@code raw.c}
	 */
	public static Path raw() {
		return RAW;
	}

	/**
	 * What is written by hand for JNI.
	 * @return a library that needs both others
	 */
	static Path jni() {
		return NativeFixture.in(DIRECTORY)
			.source(Libraries.class, "jni.c")
			.option("-O2")
			.option("-I" + headers())
			.option("-I" + headers().resolve("linux"))
			.option("-L" + DIRECTORY)
			.option("-Wl,-rpath," + DIRECTORY)
			.option("-Wl,--no-as-needed")
			.option("-lwork")
			.option("-lraw")
			.compile("jnipeer");
	}

	/** A Java runtime has no headers, so that those of any JDK serve. */
	private static Path headers() {
		Stream<Path> own = Stream.of(Path.of(System.getProperty("java.home"), "include"));
		try (Stream<Path> installed = Files.list(Path.of("/usr/lib/jvm"))) {
			List<Path> others = installed.map((home) -> home.resolve("include")).toList();
			return Stream.concat(own, others.stream())
				.filter((include) -> Files.exists(include.resolve("jni.h")))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("no jni.h: install a JDK"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
