// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.processor.Sources;
import dev.relib.processor.Tools;
import dev.relib.processor.Types;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScalarsCrossTests {

	private static final Map<Scalar, String> SAMPLES = Map.of(Scalar.BOOL, "true", Scalar.I8, "INT8_MIN", Scalar.I16,
			"INT16_MIN", Scalar.I32, "INT32_MIN", Scalar.I64, "INT64_MIN", Scalar.F32, "0.1f", Scalar.F64, "0.1",
			Scalar.CHAR, "0x1F980");

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("types")
	void fromTheHostThroughAnExportAndAnImportAndBack(Types.Type type) {
		String method = type.java() + " pass(int before, " + type.java() + " value, double after);";
		Sources.write(Sources.contract("RelibExports", "Module", method), this.folder);
		Sources.write(Sources.contract("RelibImports", "Host", method), this.folder);
		String c = CType.of(type.type()).result();
		Tools.write(this.folder, "author.c", """
				#include "module.h"
				#include "host.h"

				%1$s module_pass(int32_t before, %1$s value, double after)
				{
					return host_pass(before, value, after);
				}

				RELIB_MODULE("1.0.0", RELIB_CONTRACT_MODULE RELIB_CONTRACT_HOST)
				""".formatted(c));
		Path module = Tools.link(this.folder, "cc -O2");
		assertThat(Tools.runHost(module, "scalar_host.c", "-DVALUE=" + c + " -DSAMPLE=" + SAMPLES.get(type.type())))
			.isEqualTo("returned 1\nsame 1\n");
	}

	static Stream<Types.Type> types() {
		return Types.scalars();
	}

}
