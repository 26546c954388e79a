// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A host passes enums that are out of range, although the contract excludes them.
 */
class BadValuesTests {

	private static final String TYPES = """
			enum Blend { NORMAL, MULTIPLY }
			record Mode(byte level, Blend blend) { }
			record Shape(String name, Mode mode) { }
			""";

	@TempDir
	Path folder;

	@BeforeEach
	void writeBindings() {
		Sources.write(Sources.contract("RelibExports", "Module", TYPES, "void takeBlend(Blend v);",
				"void take(Shape v);", "void takeAll(java.util.List<Shape> v);", "Blend fetchBlend();",
				"Shape fetch();", "java.util.List<Shape> fetchAll();"), this.folder);
		Sources.write(Sources.contract("RelibImports", "Host", TYPES, "Blend blend();", "Shape fetch();",
				"java.util.List<Shape> fetchAll();"), this.folder);
	}

	@Test
	void arePanicsOfC() {
		Tools.write(this.folder, "author.c", """
				#include "module.h"
				#include "host.h"

				void module_take_blend(Blend v) { (void)v; }
				void module_take(const Shape *v) { (void)v; }
				void module_take_all(ShapeSlice v) { (void)v; }
				Blend module_fetch_blend(void) { return host_blend(); }
				Shape module_fetch(void) { return host_fetch(); }
				ShapeList module_fetch_all(void) { return host_fetch_all(); }

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""");
		assertPanics(Tools.link(this.folder, "cc -O2"));
	}

	@Test
	void arePanicsOfCpp() {
		Tools.write(this.folder, "author.cpp", """
				#include "module.hpp"
				#include "host.hpp"

				void exports::module_::take_blend(contract::Blend) {}
				void exports::module_::take(const contract::Shape &) {}
				void exports::module_::take_all(const std::vector<contract::Shape> &) {}
				contract::Blend exports::module_::fetch_blend() { return imports::host::blend(); }
				contract::Shape exports::module_::fetch() { return imports::host::fetch(); }
				std::vector<contract::Shape> exports::module_::fetch_all() { return imports::host::fetch_all(); }

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""");
		assertPanics(Tools.linkCpp(this.folder));
	}

	@Test
	void arePanicsOfRust() {
		assertPanics(Cargo.buildModule(this.folder, """
				mod host;
				mod module;

				use relib_spring_module::cast;

				relib_spring_module::module! {
				    exports { module: Module }
				    imports { host }
				}

				struct Module;

				impl module::Module for Module {
				    fn take_blend(_: module::Blend) {}
				    fn take(_: &module::Shape) {}
				    fn take_all(_: &[module::Shape]) {}
				    fn fetch_blend() -> module::Blend {
				        cast(&host::blend())
				    }
				    fn fetch() -> module::Shape {
				        cast(&host::fetch())
				    }
				    fn fetch_all() -> Vec<module::Shape> {
				        host::fetch_all().iter().map(cast).collect()
				    }
				}
				"""));
	}

	/** The first value is valid. The module gives every box back to the host. */
	private static void assertPanics(Path module) {
		String output = Tools.runHost(module, "bad_values_host.c", "");
		assertThat(output).contains("1: taken 1 1 1, fetched 1 1 1 (1 1 1), given back 2\n",
				"2: taken 0 0 0, fetched 0 0 0 (0 -1 -1), given back 2\n",
				"-1: taken 0 0 0, fetched 0 0 0 (0 -1 -1), given back 2\n");
		assertThat(output.split("2 is no constant of Blend \\(0 to 1\\)", -1)).hasSizeGreaterThan(6);
		assertThat(output.split("-1 is no constant of Blend \\(0 to 1\\)", -1)).hasSizeGreaterThan(6);
	}

}
