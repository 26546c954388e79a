// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TypesOfSeveralInterfacesTests {

	@TempDir
	Path folder;

	@BeforeEach
	void writeBindings() {
		write("One", "record Point(int x, int y) { } Point point();");
		write("Same", "record Point(int x, int y) { } java.util.List<Point> points();");
		write("Other", "record Point(int x, long y) { } Point point();");
	}

	private void write(String name, String members) {
		Sources.write(Sources.contract("RelibImports", name, members), this.folder);
	}

	@Test
	void areDefinedOnceIfTheyAreTheSame() {
		compile("#include \"one.h\"\n#include \"same.h\"\nPoint a; PointList b;\n");
		compile("#include \"same.h\"\n#include \"one.h\"\n");
		compile("#include \"one.hpp\"\n#include \"same.hpp\"\ncontract::Point a;\n");
		compile("#include \"one.hpp\"\n#include \"one.h\"\nPoint a; contract::Point b;\n");
	}

	@Test
	void mayNotBeDifferent() {
		assertThatIllegalStateException().isThrownBy(() -> compile("#include \"one.h\"\n#include \"other.h\"\n"))
			.withMessageContaining("error Point is defined by another header as something else than "
					+ "record Point { x: i32, y: i64 }");
		assertThatIllegalStateException().isThrownBy(() -> compile("#include \"other.hpp\"\n#include \"one.hpp\"\n"))
			.withMessageContaining("error Point is defined by another header as something else than "
					+ "record Point { x: i32, y: i32 }");
	}

	private void compile(String source) {
		Tools.write(this.folder, "several.cc", source);
		assertThat(Tools.run(this.folder, "c++ -std=c++17 " + Tools.WARNINGS + " -I" + Tools.KIT + " -I" + Tools.CPP_KIT
				+ " -c several.cc -o several.o"))
			.isEmpty();
	}

	@Test
	void areCastInRustIfTheyAreTheSame() {
		Cargo.buildModule(this.folder, cast("one::point()", "same"));
	}

	@Test
	void areNotCastInRustIfTheyAreDifferent() {
		assertThatIllegalStateException()
			.isThrownBy(() -> Cargo.buildModule(this.folder, cast("one::point()", "other")))
			.withMessageContaining("the two types are different in their contracts");
	}

	private static String cast(String point, String to) {
		return """
				mod one;
				mod other;
				mod same;

				relib_spring_module::module! {
				    main { let _: %2$s::Point = relib_spring_module::cast(&%1$s); }
				}
				""".formatted(point, to);
	}

}
