// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unseenkeys;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread-specific key that was made where no hook sees it counts like any other, and
 * the process does not call its destructor after the unload.
 */
@OnOneJdk
class UnseenKeysTests {

	@TempDir
	private Path directory;

	@Test
	void destroysTheirValuesInTheUnload() {
		fixture().source(getClass(), "maker.c").compile("maker");
		Path kit = user().kit().bindings("key_user").option("-DKIT").compile("kit");
		Path plain = user().compile("plain");
		Path other = user().compile("other");
		ChildJvm.Result result = new ChildJvm().option("-XX:ErrorFile=/dev/stdout")
			.run(UnseenKeysProgram.class, kit.toString(), plain.toString(), other.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output().lines().filter((line) -> line.contains(": UNLOADED"))).containsExactly(
				"linked into a module: UNLOADED, 2 of 1", "linked into a library: UNLOADED, 2 of 1",
				"by a pointer: UNLOADED, 2 of 2", "by a library that stays: UNLOADED, 1 of 1",
				"by a pointer of a library that stays: UNLOADED, 1 of 1");
	}

	private NativeFixture user() {
		return fixture().source(getClass(), "user.c")
			.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lmaker");
	}

	private NativeFixture fixture() {
		return NativeFixture.in(this.directory).header(getClass(), "maker.h");
	}

}
