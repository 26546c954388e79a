package dev.relib.processor;

import javax.tools.JavaFileObject;

import com.google.testing.compile.Compilation;

import static com.google.testing.compile.CompilationSubject.assertThat;

/**
 * What a compilation complains about.
 */
public final class Errors {

	private Errors() {
	}

	/**
	 * Checks that there is an error.
	 * @param compilation the compilation
	 * @param line something in the line that the error points to
	 * @param message what the error says
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
