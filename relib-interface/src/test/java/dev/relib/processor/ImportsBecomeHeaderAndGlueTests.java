// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImportsBecomeHeaderAndGlueTests {

	@Test
	void functionsAreDeclaredForTheAuthorAndCallTheSlots() {
		Compilation compilation = Sources.compile(Sources.resource("Progress.java.txt"));
		assertThat(Sources.text(compilation, "progress.h")).isEqualTo(Sources.resource("progress.h"));
		assertThat(Sources.text(compilation, "progress.c")).isEqualTo(Sources.resource("progress.c"));
	}

}
