package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.relib.processor.Errors.assertError;

class UnsupportedTypesAreErrorsTests {

	private static final String TYPES = """
			char                      | char
			Integer                   | java.lang.Integer
			Object                    | java.lang.Object
			CharSequence              | java.lang.CharSequence
			String[]                  | java.lang.String[]
			byte[][]                  | byte[][]
			java.util.List<String>    | java.util.List
			java.util.Map.Entry<?, ?> | java.util.Map.Entry
			Missing                   | Missing
			""";

	private static final String ALLOWED = "boolean, byte, short, int, long, float, double, String or byte[]";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = TYPES)
	void asParameters(String type, String name) {
		Compilation compilation = Sources.contract("RelibExports", "Filter", "void ok(int a);",
				"void run(int before, " + type + " value);");
		assertError(compilation, "run(", "com.example.Filter.run takes " + name
				+ " (value), which can not cross to native code; use " + ALLOWED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = TYPES)
	void asReturns(String type, String name) {
		Compilation compilation = Sources.contract("RelibImports", "Filter", "void ok(int a);", type + " run();");
		assertError(compilation, "run(", "com.example.Filter.run returns " + name
				+ ", which can not cross to native code; use void, " + ALLOWED);
	}

}
