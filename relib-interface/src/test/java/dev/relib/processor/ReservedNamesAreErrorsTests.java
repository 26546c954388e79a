package dev.relib.processor;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.relib.processor.Errors.assertError;

class ReservedNamesAreErrorsTests {

	private static final String ALLOWED = "use letters of ASCII, digits and single underscores between them";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Math        | would hide the C library's math.h; rename it
			Pthread     | would hide the C library's pthread.h; rename it
			Relib       | has a name that the module kit may use; it must not begin with Relib
			RelibModule | has a name that the module kit may use; it must not begin with Relib
			_Filter     | has a name that is reserved or impossible in C; %s
			Filter_     | has a name that is reserved or impossible in C; %s
			Fil__ter    | has a name that is reserved or impossible in C; %s
			Fil$ter     | has a name that is reserved or impossible in C; %s
			Füllung     | has a name that is reserved or impossible in C; %s
			""")
	void ofInterfaces(String name, String problem) {
		assertError(Sources.contract("RelibExports", name, "void apply();"), "interface",
				"com.example." + name + " " + problem.formatted(ALLOWED));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Static | void cast();             | would be static_cast in C, which has another meaning there; rename it
			Timer  | void create();           | would be timer_create in C, which has another meaning there; rename it
			Int32  | int t();                 | would be int32_t in C, which has another meaning there; rename it
			Filter | void _apply();           | would be filter__apply in C, which is reserved or impossible; %s
			Filter | void apply$();           | would be filter_apply$ in C, which is reserved or impossible; %s
			Filter | void wählen();           | would be filter_wählen in C, which is reserved or impossible; %s
			Filter | void apply(int größe);   | has the parameter größe, which is reserved or impossible in C; %s
			Filter | void apply(int a__b);    | has the parameter a__b, which is reserved or impossible in C; %s
			Filter | void apply(int $);       | has the parameter $, which is reserved or impossible in C; %s
			""")
	void ofMethodsAndParameters(String name, String method, String problem) {
		String methodName = method.replaceAll("\\w+ (.*)\\(.*", "$1");
		assertError(Sources.contract("RelibExports", name, method), methodName + "(",
				"com.example." + name + "." + methodName + " " + problem.formatted(ALLOWED));
	}

}
