// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.processstate;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a module changes of the process is reported and logged.
 */
@OnOneJdk
class ProcessStateTests {

	@TempDir
	private Path directory;

	@Test
	void namesWhatAModuleHasChangedAndWhen() {
		Path library = NativeFixture.in(this.directory)
			.source(ProcessStateTests.class, "processstate.c")
			.kit()
			.bindings("tenant")
			.compile("tenant");
		ChildJvm.Result result = new ChildJvm().environment("LC_ALL", "C").run(Tenancy.class, library.toString());
		assertThat(result.output())
			.contains("serving LOAD: umask is 0077 and was ",
					"serving LOAD: environment variable RELIB_TEST_TENANT is set and was not set",
					"serving LOAD: locale is LC_CTYPE=C.UTF-8", "serving MAIN: limit of open files is ",
					"serving MAIN: environment variable RELIB_TEST_TENANT has another value",
					"left BEFORE_UNLOAD: working directory is / and was ", "left LOAD: umask",
					"has changed the process in its constructors, and nothing undoes that: umask is 0077")
			.containsPattern("left BEFORE_UNLOAD: blocked signals of the thread is .*12 and was ")
			.doesNotContain("secret");
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void hasNothingToSayOfAnOrdinaryModule() {
		Path library = NativeFixture.in(this.directory)
			.source("quiet.c",
					"#include \"tenant.h\"\nRELIB_MODULE(\"1\", RELIB_CONTRACT_TENANT)\nRELIB_MAIN { }\n"
							+ "RELIB_BEFORE_UNLOAD { }\nint32_t tenant_rooms(void) { return 1; }\n")
			.kit()
			.bindings("tenant")
			.compile("quiet");
		ChildJvm.Result result = new ChildJvm().run(Tenancy.class, library.toString());
		assertThat(result.output()).doesNotContain("serving", "left", "changed");
		assertThat(result.exitCode()).isZero();
	}

}
