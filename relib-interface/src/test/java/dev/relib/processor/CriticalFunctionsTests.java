// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.relib.processor.Errors.assertError;

/**
 * Critical functions neither allocate nor call.
 */
class CriticalFunctionsTests {

	private static final String USES = "com.example.Sums.sum uses @RelibCritical, which ";

	@Test
	void takeNumbersAndArrays() {
		assertThat(sums("RelibExports", "enum Sign { PLUS }", """
				@dev.relib.RelibCritical
				long sum(boolean a, byte b, short c, int d, long e, float f, double g, @dev.relib.RelibCodePoint int h,
						Sign i, byte[] j, short[] k, int[] l, long[] m, float[] n, double[] o, java.nio.ByteBuffer p);
				@dev.relib.RelibCritical java.util.OptionalInt half(int number);
				@dev.relib.RelibCritical void reset();
				@dev.relib.RelibCritical Sign sign();
				""")).succeededWithoutWarnings();
	}

	@Test
	void takeNoValuesThatNeedMemory() {
		refused("long sum(int[] numbers, String text);",
				"can not take text: str: use numbers, boolean, enums or arrays of"
						+ " numbers, or take the annotation out");
		refused("long sum(java.util.List<String> texts);", "can not take texts: [str]: use");
		refused("long sum(java.math.BigInteger number);", "can not take number: i128: use");
		refused("int[] sum();",
				"can not return [i32], which the module would have to allocate: return a number, boolean, "
						+ "an enum or nothing, or take the annotation out");
		refused("java.util.Optional<String> sum();", "can not return str, which");
	}

	@Test
	void areExports() {
		assertError(sums("RelibImports", "", "@dev.relib.RelibCritical int sum(int number);"), "sum(",
				USES + "is for exports; take the annotation out");
	}

	private static void refused(String method, String problem) {
		assertError(sums("RelibExports", "", "@dev.relib.RelibCritical " + method), "sum(", USES + problem);
	}

	private static Compilation sums(String annotation, String types, String methods) {
		return Sources.contract(annotation, "Sums", types, methods);
	}

}
