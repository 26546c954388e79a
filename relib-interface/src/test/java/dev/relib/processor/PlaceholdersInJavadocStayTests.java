// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceholdersInJavadocStayTests {

	private static final String PLACEHOLDERS = "the text that replaces ${comment}, ${name}, ${members}, ${type}, ${parts}, "
			+ "${count}, ${line}, ${prefix}, ${pointers}, ${lines}, ${text}, %1$s and \\$1";

	@TempDir
	Path folder;

	@Test
	void asTheyAreInAllLanguages() {
		Compilation compilation = Sources.contract("RelibExports", "Filter", """
				/**
				 * Type: %1$s.
				 * @param x component: %1$s
				 */
				record Point(int x, String y) { }
				/** Enum: %1$s. */
				enum Mode {
					/** Constant: %1$s. */
					FAST
				}
				/**
				 * Method: %1$s.
				 * @param x parameter: %1$s
				 * @return result: %1$s
				 */
				Point apply(int x, Mode mode);
				""".formatted(PLACEHOLDERS));
		Sources.write(compilation, this.folder);
		for (String file : new String[] { "filter.h", "filter.hpp", "filter.rs" }) {
			for (String what : new String[] { "Type", "component", "Enum", "Constant", "Method", "parameter",
					"result" }) {
				assertThat(Sources.text(compilation, file)).as(file).containsOnlyOnce(what + ": " + PLACEHOLDERS);
			}
		}
		Tools.compileStrictly(this.folder, "cc", "");
		Tools.compileCpp(this.folder, "-std=c++17");
		Cargo.checkModule(this.folder, "2024", """
				mod filter;

				relib_spring_module::module! { exports { filter: Module } }

				struct Module;

				impl filter::Filter for Module {
				    fn apply(x: i32, _: filter::Mode) -> filter::Point {
				        filter::Point { x, y: String::new() }
				    }
				}
				""");
	}

}
