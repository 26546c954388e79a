// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.farewell;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.test.CargoModule;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An import that throws in the destructor of a thread-local does not end the process, nor
 * stop the unload.
 */
class FarewellTests {

	@Test
	void giveUpADestructorInCpp(@TempDir Path directory) {
		assertThat(run(CppModule.compile(directory, "cppfarewell", "visitor", "porter"))).containsSubsequence(
				"asked by C++", "a destructor was given up: the import Porter.farewell failed", "asked by C++",
				"a destructor was given up: the import Porter.farewell failed", "UNLOADED", "survived");
	}

	@Test
	void goOnWithAnEmptyAnswerInRust() {
		assertThat(run(CargoModule.library("rustfarewell"))).containsSubsequence("asked by Rust",
				"the import Porter.farewell failed in the destructor of a thread-local", "answered ''", "asked by Rust",
				"answered ''", "UNLOADED", "survived");
	}

	private static String run(Path library) {
		ChildJvm.Result result = new ChildJvm().option("-XX:-CreateCoredumpOnCrash")
			.run(FarewellProgram.class, library.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		return result.output();
	}

}
