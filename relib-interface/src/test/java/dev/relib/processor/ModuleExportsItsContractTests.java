// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModuleExportsItsContractTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "-O0", "-O2", "-O3 -flto -Wl,--gc-sections -ffunction-sections -fdata-sections" })
	void andNothingElse(String flags) {
		Compilation compilation = Sources.compile(Sources.resource("ImageFilter.java.txt"),
				Sources.resource("Progress.java.txt"));
		Sources.write(compilation, this.folder);
		Tools.write(this.folder, "sepia.c", Sources.resource("sepia.c"));
		Path module = Tools.link(this.folder, "cc " + flags);
		assertThat(Tools.run(this.folder, "nm -D --defined-only " + module).lines().map((line) -> line.substring(17)))
			.containsExactlyInAnyOrder("T __relib__ImageFilter_apply", "T __post__relib__ImageFilter_apply",
					"T __relib__ImageFilter_name", "T __post__relib__ImageFilter_name", "B __relib__Progress_ask",
					"B __post__relib__Progress_ask", "B __relib__Progress_report", "D relib_module");
	}

}
