package dev.relib.processor;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.contract.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CppBindingsCompileTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "-std=c++17 -O0", "-std=c++20 -O2 -Wconversion", "-std=c++23 -O3" })
	void withEveryValueType(String flags) {
		Sources.write(Sources.contract("RelibExports", "Values", methods()), this.folder);
		Sources.write(Sources.contract("RelibImports", "HostValues", methods()), this.folder);
		Tools.write(this.folder, "author.cpp", """
				#include "host_values.hpp"
				#include "values.hpp"
				#include "values.hpp"

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_VALUES RELIB_CONTRACT_HOST_VALUES)
				RELIB_BEFORE_UNLOAD {}

				namespace exports::values {
				%s}
				""".formatted(types().map(CppBindingsCompileTests::implementation).collect(Collectors.joining())));
		Tools.compileCpp(this.folder, flags);
	}

	private static String[] methods() {
		return types().map((type) -> {
			String name = Types.javaName(type);
			String parameters = (type == Scalar.UNIT) ? "" : name + " first, int second, " + name + " third";
			return "%1$s %2$sOf(%3$s);\nvoid take_%2$s(%3$s);".formatted(name, type.text(), parameters);
		}).toArray(String[]::new);
	}

	private static String implementation(ValueType type) {
		CppType cpp = CppType.of(type);
		String parameters = (type == Scalar.UNIT) ? ""
				: "%1$s first, std::int32_t second, %1$s third".formatted(cpp.argument());
		String arguments = (type == Scalar.UNIT) ? "" : "first, second, third";
		return """
				%1$s %2$s_of(%3$s)
				{
					return imports::host_values::%2$s_of(%4$s);
				}

				void take_%2$s(%3$s)
				{
					imports::host_values::take_%2$s(%4$s);
				}
				""".formatted(cpp.result(), type.text(), parameters, arguments);
	}

	private static Stream<ValueType> types() {
		return Stream.concat(Stream.of(Scalar.UNIT), Types.arguments());
	}

	@Test
	void withAwkwardNames() {
		String[] methods = { "int delete(int delete, int self, int this_, int template);", "void and();",
				"void not(boolean not);", "String std(String std, byte[] relib);", "void clock();", "void exports();",
				"byte[] imports(byte[] exports, int relib_success, String relib_result);", "int errno();",
				"int delete_();", "int size_t();", "String string(String string, byte[] vector);" };
		for (String name : new String[] { "Clock", "Std", "Exports", "Imports", "Delete", "Remove", "Template" }) {
			Sources.write(Sources.contract("RelibImports", name, methods), this.folder);
		}
		Sources.write(Sources.contract("RelibExports", "Index", methods), this.folder);
		Tools.write(this.folder, "author.cpp", """
				#include <cerrno>
				#include <cstdio>
				#include <ctime>
				#include <strings.h>

				#include "clock.hpp"
				#include "delete.hpp"
				#include "exports.hpp"
				#include "imports.hpp"
				#include "index.hpp"
				#include "remove.hpp"
				#include "std.hpp"
				#include "template.hpp"

				std::string exports::index::std(std::string_view std, relib::span<const std::uint8_t> relib)
				{
					imports::clock::clock();
					return imports::std_::std(std, relib);
				}

				std::int32_t exports::index::delete__(std::int32_t delete_, std::int32_t self, std::int32_t this_,
						std::int32_t template_)
				{
					return imports::delete_::delete__(delete_, self, this_, template_) + exports::index::delete_();
				}
				""");
		Tools.compileCpp(this.folder, "-std=c++17 -include time.h");
	}

	@Test
	void withJavadoc() {
		Sources.write(Sources.compile(Sources.resource("Documented.java.txt")), this.folder);
		Tools.compileCpp(this.folder, "-std=c++17");
	}

	@Test
	void toAModuleThatExportsItsContractAndNothingElse() {
		Sources.write(Sources.compile(Sources.resource("ImageFilter.java.txt"), Sources.resource("Progress.java.txt")),
				this.folder);
		Tools.write(this.folder, "author.cpp",
				"""
						#include <iostream>
						#include <regex>

						#include "image_filter.hpp"
						#include "progress.hpp"

						RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)

						std::string exports::image_filter::name()
						{
							std::cout << std::regex_replace("sepia", std::regex("s"), "z") << std::endl;
							return imports::progress::ask("name?");
						}

						std::vector<std::uint8_t> exports::image_filter::apply(relib::span<const std::uint8_t> rgba, std::int32_t,
								std::int32_t)
						{
							imports::progress::report(100);
							return std::vector<std::uint8_t>(rgba.begin(), rgba.end());
						}
						""");
		Path module = Tools.linkCpp(this.folder);
		assertThat(Tools.run(this.folder, "nm -D --defined-only " + module).lines().map((line) -> line.substring(17)))
			.containsExactlyInAnyOrder("T __relib__ImageFilter_apply", "T __post__relib__ImageFilter_apply",
					"T __relib__ImageFilter_name", "T __post__relib__ImageFilter_name", "B __relib__Progress_ask",
					"B __post__relib__Progress_ask", "B __relib__Progress_report", "D relib_module");
	}

}
