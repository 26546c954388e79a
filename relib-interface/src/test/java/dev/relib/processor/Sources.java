// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;

/**
 * Compiles Java sources with the processor, and reads the files that it generates.
 */
public final class Sources {

	private static final Pattern NAME = Pattern.compile(
			"package ([\\w.]+);.*?(?:interface|class|enum|record) ([\\w$]+)",
			Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS);

	private Sources() {
	}

	public static JavaFileObject source(String text) {
		Matcher name = NAME.matcher(text);
		if (!name.find()) {
			throw new IllegalArgumentException(text);
		}
		return JavaFileObjects.forSourceString(name.group(1) + "." + name.group(2), text);
	}

	public static Compilation compile(String... sources) {
		return Compiler.javac()
			.withProcessors(new RelibProcessor())
			.withOptions("-parameters")
			.compile(Arrays.stream(sources).map(Sources::source).toList());
	}

	/**
	 * Compiles an interface.
	 * @param annotation the interface's annotation
	 * @param name the interface's name
	 * @param methods the declarations of its methods and types
	 * @return the compilation
	 */
	public static Compilation contract(String annotation, String name, String... methods) {
		return compile("package com.example;\n@dev.relib." + annotation + "\npublic interface " + name + " {\n"
				+ String.join("\n", methods) + "\n}\n");
	}

	public static String text(Compilation compilation, String file) {
		String folder = file.endsWith(".rs") ? "rust" : file.endsWith("pp") ? "cpp" : "c";
		return compilation.generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/relib/" + folder + "/" + file)
			.map(Sources::text)
			.orElseThrow(() -> new AssertionError(file + " was not generated: " + compilation.diagnostics()));
	}

	public static String text(JavaFileObject file) {
		try {
			return new String(file.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes the bindings into a folder.
	 * @param compilation a successful compilation
	 * @param folder the folder
	 */
	public static void write(Compilation compilation, Path folder) {
		if (compilation.status() == Compilation.Status.FAILURE) {
			throw new AssertionError(compilation.errors());
		}
		compilation.generatedFiles()
			.stream()
			.filter((file) -> file.getKind() == JavaFileObject.Kind.OTHER)
			.forEach((file) -> {
				try {
					Files.writeString(folder.resolve(Path.of(file.getName()).getFileName().toString()), text(file));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
	}

	public static String resource(String name) {
		try (var in = Sources.class.getResourceAsStream(name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
