// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name in an annotation may break the naming conventions of the language.
 */
class GivenNamesCompileTests {

	@TempDir
	Path folder;

	@Test
	void withoutWarnings() {
		String[] methods = { "@dev.relib.RelibName(\"zlibVersion\") String version();",
				"@dev.relib.RelibName(\"class\") int type(int a);", "@dev.relib.RelibName(\"X\") void x();" };
		Sources.write(Sources.contract("RelibExports", "Zlib", methods), this.folder);
		Sources.write(Sources.contract("RelibImports", "Host", methods), this.folder);
		Tools.compileStrictly(this.folder, "cc", "-std=c11");
		Tools.compileCpp(this.folder, "-std=c++17");
		Cargo.checkModule(this.folder, "2024", """
				mod host;
				mod zlib;

				relib_spring_module::module! {
				    exports { zlib: Module }
				    imports { host }
				}

				struct Module;

				#[allow(non_snake_case)]
				impl zlib::Zlib for Module {
				    fn zlibVersion() -> String {
				        host::zlibVersion()
				    }
				    fn class(a: i32) -> i32 {
				        host::class(a)
				    }
				    fn X() {
				        host::X()
				    }
				}
				""");
	}

}
