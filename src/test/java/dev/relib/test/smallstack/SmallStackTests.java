// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.smallstack;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread of a module has enough stack to call the host, however little it was given.
 */
class SmallStackTests {

	@TempDir
	private Path directory;

	@Test
	void importsAreCalledOnThreadsWithLittleStack() {
		Path library = NativeFixture.in(this.directory)
			.source(SmallStackTests.class, "smallstack.c")
			.kit()
			.bindings("small_stack", "answers")
			.compile("asking");
		ChildJvm.Result result = new ChildJvm().run(Questions.class, library.toString());
		assertThat(result.output()).contains("1025\n129\n65\n33\n17\n64 32\nend");
		assertThat(result.exitCode()).isZero();
	}

}
