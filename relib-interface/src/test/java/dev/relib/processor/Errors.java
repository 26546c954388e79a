// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import javax.tools.JavaFileObject;

import com.google.testing.compile.Compilation;

import static com.google.testing.compile.CompilationSubject.assertThat;

/**
 * Assertions about the errors of a compilation.
 */
public final class Errors {

	private Errors() {
	}

	/**
	 * Asserts that a compilation has an error.
	 * @param compilation the compilation
	 * @param line a part of the line to which the error points
	 * @param message a part of the error's message
	 */
	public static void assertError(Compilation compilation, String line, String message) {
		JavaFileObject file = compilation.sourceFiles()
			.stream()
			.filter((source) -> Sources.text(source).contains(line))
			.findFirst()
			.orElseThrow();
		assertThat(compilation).hadErrorContaining(message).inFile(file).onLineContaining(line);
	}

}
