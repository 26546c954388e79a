// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryValueTypeCompilesTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@MethodSource("everything")
	void withoutWarnings(String compiler, String standard) {
		Sources.write(Sources.contract("RelibExports", "Values", Types.exported()), this.folder);
		Sources.write(Sources.contract("RelibImports", "HostValues", Types.imported()), this.folder);
		Tools.compileStrictly(this.folder, compiler, standard + " -O0");
		Tools.compileStrictly(this.folder, compiler, standard + " -O2 -fPIC -fvisibility=hidden");
		Tools.compileStrictly(this.folder, compiler,
				standard + " -O3 -fPIC -Wshadow -Wcast-qual -Wconversion -Wstrict-prototypes");
	}

	static Stream<Arguments> everything() {
		return Tools.compilers()
			.flatMap((compiler) -> Stream.of("-std=c11", "-std=c17", "-std=c2x")
				.map((standard) -> Arguments.of(compiler, standard)));
	}

}
