// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import dev.relib.fixture.ChildJvm;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A JVM that checks how native code uses it.
 */
class StrictJvmTests {

	@Test
	void findsNothingWrongWithCallsOfJava() {
		ChildJvm.Result child = new ChildJvm().option("-Xcheck:jni").run(LateCall.class);
		assertThat(child.output()).contains("held 1", "held 2", "held 3", "late 0")
			.doesNotContain("FATAL", "NativeCalls", "librelib_rt.so+");
		assertThat(child.exitCode()).isZero();
	}

}
