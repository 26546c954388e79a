// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.exit;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module ends its call, and not the process.
 */
@OnOneJdk
class EndsTests {

	@TempDir
	private Path directory;

	@Test
	void whatEndsAProcessOrAThreadOfTheHostIsAPanic() {
		Path library = NativeFixture.in(this.directory)
			.source(EndsTests.class, "exit.c")
			.kit()
			.bindings("ending")
			.option("-Wno-error")
			.compile("ends");
		ChildJvm.Result result = new ChildJvm().run(Ends.class, library.toString());
		assertThat(result.output()).contains("'how == 2' failed", "exit(3) was called", "abort() was called",
				"[4] module 'ends'", "pthread_exit was called on a thread of the host", "_exit(3) was called",
				"quick_exit(3) was called", "errx was called: no paper", "raise(SIGABRT) was called",
				"pthread_cancel was called for a thread of the host", "[10] 7", "[11] 11", "[12] 0",
				"a thread of the module has ended: exit(3) was called", "UNLOADED");
		assertThat(result.exitCode()).isZero();
	}

}
