// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.sanitizer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.Command;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A library that was built with a sanitizer does not end the process.
 */
@OnOneJdk
class SanitizerTests {

	private static final String SUM = """
			__attribute__((visibility("default"))) int sum(int one, int other);
			int sum(int one, int other) { return one + other; }
			""";

	@TempDir
	private Path directory;

	@Test
	void refusesASanitizerWhoseRuntimeIsNotLoaded() {
		Path address = library("address", "-fsanitize=address");
		Path thread = library("thread", "-fsanitize=thread");
		Path direct = NativeFixture.in(this.directory)
			.source("direct.c",
					SUM + "void __asan_init(void);\n__attribute__((constructor)) void init(void) { __asan_init(); }\n")
			.compile("direct");
		Path helped = library("helped", "-Wl,--no-as-needed,-rpath," + this.directory, "-L.", "-laddress");
		ChildJvm.Result result = new ChildJvm().run(Loading.class, address.toString(), thread.toString(),
				direct.toString(), helped.toString());
		assertThat(result.output()).contains("built with -fsanitize=address",
				"LD_PRELOAD=$(cc -print-file-name=libasan.so)", "built with -fsanitize=thread", "libtsan.so",
				"it needs " + address, "end");
		assertThat(result.output().split("SanitizerException")).hasSizeGreaterThanOrEqualTo(5);
		assertThat(result.exitCode()).isZero();
	}

	@Test
	void loadsItWhereTheRuntimeIsLoaded() {
		String runtime = new Command(this.directory, List.of("cc", "-print-file-name=libasan.so")).succeed().strip();
		assumeThat(Path.of(runtime)).matches(Files::exists);
		ChildJvm.Result result = new ChildJvm().environment("LD_PRELOAD", runtime)
			.environment("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0")
			.run(Loading.class, library("address", "-fsanitize=address").toString());
		assertThat(result.output()).contains("42", "end").doesNotContain("SanitizerException");
		assertThat(result.exitCode()).isZero();
	}

	private Path library(String name, String... options) {
		NativeFixture fixture = NativeFixture.in(this.directory).source(name + ".c", SUM);
		List.of(options).forEach(fixture::option);
		return fixture.compile(name);
	}

}
