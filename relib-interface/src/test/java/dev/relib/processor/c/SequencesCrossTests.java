// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.nio.file.Path;
import java.util.stream.Stream;

import dev.relib.processor.Sources;
import dev.relib.processor.Tools;
import dev.relib.processor.Types;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SequencesCrossTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("types")
	void fromTheHostThroughAnExportAndAnImportAndBack(Types.Type type) {
		String method = type.java() + " pass(int before, " + type.java() + " value, double after);";
		Sources.write(Sources.contract("RelibExports", "Module", method), this.folder);
		Sources.write(Sources.contract("RelibImports", "Host", method), this.folder);
		CType c = CType.of(type.type());
		Tools.write(this.folder, "author.c", """
				#include "module.h"
				#include "host.h"

				%1$s module_pass(int32_t before, %2$svalue, double after)
				{
					return host_pass(before, value, after);
				}

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""".formatted(c.result(), c.argument()));
		Path module = Tools.link(this.folder, "cc -O2");
		assertThat(Tools.runHost(module, "sequence_host.c", "-DARGUMENT=" + c.argument() + "-DRESULT=" + c.result()))
			.isEqualTo("""
					import: 5 bytes, given back 1 times
					export: returned 1, 5 bytes, same 1, own memory 1
					import: 0 bytes, given back 1 times
					export: returned 1, 0 bytes, same 1, own memory 1
					""");
	}

	static Stream<Types.Type> types() {
		return Types.sequences();
	}

}
