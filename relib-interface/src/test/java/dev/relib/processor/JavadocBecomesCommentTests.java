// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.nio.file.Path;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JavadocBecomesCommentTests {

	@TempDir
	Path folder;

	private String header;

	@BeforeEach
	void compile() {
		Compilation compilation = Sources.compile(Sources.resource("Documented.java.txt"));
		this.header = Sources.text(compilation, "documented.h");
		Sources.write(compilation, this.folder);
	}

	@Test
	void inPlainText() {
		assertThat(this.header).isEqualTo(Sources.resource("documented.h"));
	}

	@Test
	void thatNoCompilerWarnsAbout() {
		Tools.compilers().forEach((compiler) -> Tools.compileStrictly(this.folder, compiler, ""));
	}

}
