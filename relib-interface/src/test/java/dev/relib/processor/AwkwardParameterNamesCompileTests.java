// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AwkwardParameterNamesCompileTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("names")
	void asCAndCppInBothDirections(String names) {
		String parameters = Arrays.stream(names.split(" "))
			.map((name) -> "int " + name)
			.collect(Collectors.joining(", "));
		String[] methods = { "void none(" + parameters + ");", "long number(" + parameters + ");",
				"String text(" + parameters + ");", "byte[] bytes(" + parameters + ");",
				"record Odd(" + parameters + ", String z) { }", "java.util.List<Odd> odd(Odd odd);" };
		Sources.write(Sources.contract("RelibExports", "ImageFilter", methods), this.folder);
		Sources.write(Sources.contract("RelibImports", "Progress", methods), this.folder);
		Tools.compilers().forEach((compiler) -> {
			Tools.compileStrictly(this.folder, compiler, "-Wshadow -fsyntax-only");
			Tools.compileStrictly(this.folder, compiler, "-std=gnu17 -fsyntax-only");
		});
		Tools.write(this.folder, "both.cc", "#include \"image_filter.h\"\n#include \"progress.h\"\n");
		Tools.run(this.folder,
				"c++ -fsyntax-only -std=c++17 " + Tools.WARNINGS + " -I" + Tools.KIT + " -c both.cc -o both.o");
		Tools.run(this.folder,
				"c++ -fsyntax-only -std=gnu++20 " + Tools.WARNINGS + " -I" + Tools.KIT + " -c both.cc -o both.o");
		Tools.compileCpp(this.folder, "-std=c++17 -fsyntax-only");
	}

	static Stream<String> names() {
		return Stream.of("success result box copy slot", "relib_boundary_here relib_success relib_result relib_box",
				"image_filter_text progress_text imageFilterBytes progressBytes", "malloc memcpy free main give_back",
				"int32T size_t uint8_t jmp_buf _setjmp", "register signed unsigned sizeof struct typedef inline",
				"bool template namespace operator delete typename", "not and or xor compl and_eq",
				"linux unix errno i386", "signed signed_ unsigned_", "relib_str relib_bytes relib_string relib_panic",
				"asm typeof restrict auto extern");
	}

	@Test
	void withAnUnderscoreInCOnly() {
		Compilation compilation = Sources.contract("RelibExports", "Filter",
				"void apply(int register, int signed, int signed_, int width);");
		assertThat(Sources.text(compilation, "filter.h"))
			.contains("void filter_apply(int32_t register_, int32_t signed__, int32_t signed_, int32_t width);")
			.contains("apply(register: i32, signed: i32, signed_: i32, width: i32) -> unit");
	}

}
