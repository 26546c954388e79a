package dev.relib.processor;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryValueTypeCompilesTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("everything")
	void withoutWarnings(String annotation, ValueType type, String compiler) {
		String name = Types.javaName(type);
		String parameters = (type == Scalar.UNIT) ? "" : name + " first, int second, " + name + " third";
		Sources.write(Sources.contract(annotation, "Values", name + " both(" + parameters + ");", name + " result();",
				"void parameter(" + parameters + ");"), this.folder);
		Tools.compileStrictly(this.folder, compiler, "-O0");
		Tools.compileStrictly(this.folder, compiler, "-O2 -fPIC -fvisibility=hidden");
		Tools.compileStrictly(this.folder, compiler, "-O3 -fPIC -Wshadow -Wcast-qual -Wconversion -Wstrict-prototypes");
	}

	static Stream<Arguments> everything() {
		return Stream.of("RelibExports", "RelibImports")
			.flatMap((annotation) -> Stream.concat(Stream.of(Scalar.UNIT), Types.arguments())
				.flatMap((type) -> Tools.compilers().map((compiler) -> Arguments.of(annotation, type, compiler))));
	}

}
