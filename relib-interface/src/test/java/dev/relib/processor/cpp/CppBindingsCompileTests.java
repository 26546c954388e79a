// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.nio.file.Path;
import java.util.stream.Collectors;

import dev.relib.processor.Sources;
import dev.relib.processor.Tools;
import dev.relib.processor.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CppBindingsCompileTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "-std=c++17 -fsyntax-only", "-std=c++20 -O2 -Wconversion", "-std=c++23 -fsyntax-only" })
	void withEveryValueType(String flags) {
		Sources.write(Sources.contract("RelibExports", "Values", Types.exported(Types.WIDE)), this.folder);
		Sources.write(Sources.contract("RelibImports", "HostValues", Types.imported()), this.folder);
		Tools.write(this.folder, "author.cpp", """
				#include "host_values.hpp"
				#include "values.hpp"
				#include "values.hpp"

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_VALUES RELIB_CONTRACT_HOST_VALUES)
				RELIB_BEFORE_UNLOAD {}

				namespace exports::values {

				void nothing()
				{
					imports::host_values::nothing();
				}

				relib::u128 wide(relib::i128 first, relib::u128 second)
				{
					return first < 0 ? second : second + 1;
				}

				relib::i128 shift(relib::i128 number, std::int32_t bits)
				{
					return number >> bits;
				}
				%s}
				""".formatted(Types.all().map(CppBindingsCompileTests::implementation).collect(Collectors.joining())));
		Tools.compileCpp(this.folder, flags);
	}

	private static String implementation(Types.Type type) {
		CppType cpp = CppType.of(type.type());
		return """

				%1$s %3$s_of(%2$sfirst, std::int32_t second, %2$sthird)
				{
					return imports::host_values::%3$s_of(first, second, third);
				}

				void take_%3$s(%2$sfirst, std::int32_t second, %2$sthird)
				{
					imports::host_values::take_%3$s(first, second, third);
				}

				%1$s try_%3$s(%2$sresult)
				{
					return imports::host_values::%3$s_of(result, 0, result);
				}

				void try_to_take_%3$s(%2$s)
				{
					throw contract::Shape{};
				}
				""".formatted(cpp.result(), cpp.argument(), type.label());
	}

	@Test
	void withAwkwardNames() {
		String[] methods = { "int delete(int delete, int self, int this_, int template);", "void and();",
				"void not(boolean not);", "String std(String std, byte[] relib);", "void clock();", "void exports();",
				"byte[] imports(byte[] exports, int relib_success, String relib_result);", "int errno();",
				"int delete_();", "int size_t();", "String string(String string, byte[] vector);",
				"enum Level { NAN, EOF, I, SIGINT, OVERFLOW, NULL, EINTR, PTHREAD_CANCELED }",
				"record Vector(int contract) { }",
				"record String_(Vector vector, Level std, java.util.List<Vector> relib, String contract) { }",
				"String_ record(String_ contract, Level level);", "int contract();" };
		for (String name : new String[] { "Clock", "Std", "Exports", "Imports", "Delete", "Remove", "Template",
				"Contract" }) {
			Sources.write(Sources.contract("RelibImports", name, methods), this.folder);
		}
		Sources.write(Sources.contract("RelibExports", "Index", methods), this.folder);
		Tools.write(this.folder, "author.cpp",
				"""
						#include <cerrno>
						#include <cmath>
						#include <csignal>
						#include <cstdio>
						#include <complex.h>
						#include <ctime>
						#include <pthread.h>
						#include <strings.h>

						#include "clock.hpp"
						#include "contract.hpp"
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

						contract::String_ exports::index::record(const contract::String_ &contract, contract::Level level)
						{
							return level == contract::Level::NULL_ ? contract : imports::contract_::record(contract, contract::Level::EINTR_);
						}
						""");
		Tools.compileCpp(this.folder, "-std=c++17 -fsyntax-only -include time.h");
	}

	@Test
	void withJavadoc() {
		Sources.write(Sources.compile(Sources.resource("Documented.java.txt")), this.folder);
		Tools.compileCpp(this.folder, "-std=c++17 -fsyntax-only");
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
