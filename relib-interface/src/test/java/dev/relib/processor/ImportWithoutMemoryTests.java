// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each allocation between the return of an import and the return of the export fails
 * once. The host gets its box back, all memory is freed, and the export panics. Rust is
 * left out, since it ends the process when an allocation fails.
 */
class ImportWithoutMemoryTests {

	@TempDir
	Path folder;

	@BeforeEach
	void writeBindings() {
		String types = """
				enum Blend { NORMAL, MULTIPLY }
				record Shape(Blend blend, String name, java.util.List<String> tags) { }
				""";
		Sources.write(Sources.contract("RelibExports", "Module", types, "java.util.List<Shape> fetch();"), this.folder);
		Sources.write(Sources.contract("RelibImports", "Host", types, "java.util.List<Shape> fetch();"), this.folder);
	}

	@Test
	void losesNothingInC() {
		Tools.write(this.folder, "author.c", """
				#include "module.h"
				#include "host.h"

				ShapeList module_fetch(void) { return host_fetch(); }

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""");
		String output = run(Tools.link(this.folder, "cc -O2"));
		assertThat(output).endsWith("\n7 failures\n")
			.contains("no memory for what an import returned\n", "no memory for a result\n");
	}

	@Test
	void losesNothingInCpp() {
		Tools.write(this.folder, "author.cpp", """
				#include "module.hpp"
				#include "host.hpp"

				std::vector<contract::Shape> exports::module_::fetch() { return imports::host::fetch(); }

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""");
		assertThat(run(Tools.linkCpp(this.folder))).matches("(?s).*bad_alloc.*\n\\d+ failures\n");
	}

	private String run(Path module) {
		return Tools.runHost(module, "short_memory.c", "-rdynamic");
	}

}
