// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class CMakePackageTests {

	@TempDir
	Path folder;

	@Test
	void linksAModuleThatNeedsNoLibraryOfCppAndExportsItsContractOnly() {
		assumeTrue(isInstalled(), "cmake is not installed: the test of the CMake package is skipped");
		Sources.write(Sources.contract("RelibExports", "Greeter", "String greet(String name);"), this.folder);
		Tools.write(this.folder, "author.cc", """
				#include <regex>

				#include "greeter.hpp"

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_GREETER)

				std::string exports::greeter::greet(std::string_view name)
				{
					return std::regex_replace(std::string(name), std::regex("a"), "b");
				}
				""");
		this.folder.resolve("greeter.c").toFile().delete();
		Tools.write(this.folder, "CMakeLists.txt", """
				cmake_minimum_required(VERSION 3.16)
				project(greeter LANGUAGES C CXX)
				find_package(relib_module REQUIRED PATHS %s NO_DEFAULT_PATH)
				relib_add_module(greeter SOURCES author.cc BINDINGS .)
				""".formatted(Tools.CPP_KIT));
		Tools.run(this.folder, "cmake -S . -B build -DCMAKE_BUILD_TYPE=Release");
		Tools.run(this.folder, "cmake --build build");
		assertThat(Tools.run(this.folder, "nm -D --defined-only build/libgreeter.so")
			.lines()
			.map((line) -> line.substring(17)))
			.containsExactlyInAnyOrder("T __relib__Greeter_greet", "T __post__relib__Greeter_greet", "D relib_module");
		assertThat(Tools.run(this.folder, "readelf -d build/libgreeter.so")).doesNotContain("libstdc++")
			.doesNotContain("libgcc");
	}

	private static boolean isInstalled() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "cmake")));
	}

}
