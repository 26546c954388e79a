// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.ArrayList;
import java.util.List;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.CallTiming;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class CallMarkTests {

	/** That of {@code EPERM}. */
	private static final int REFUSED = 1;

	@Test
	void isAsymmetricWhereTheSystemPutsFences() {
		assertThat(decision(0)).contains("asymmetric: the system puts a fence on all threads");
	}

	@Test
	void isVolatileWhereTheSystemRefusesFences() {
		assertThat(decision(REFUSED))
			.contains("volatile: the system refuses a fence on all threads: Operation not permitted");
	}

	@Test
	void isVolatileOnAnotherJvm() {
		assertThat(decision(0, "java.vm.name=Eclipse OpenJ9 VM")).contains("volatile: the compilers of Eclipse OpenJ9");
		assertThat(decision(0, "java.vm.version=21+35-jvmci-23.1-b15")).contains("volatile: the compilers of ");
	}

	private static String decision(int error, String... properties) {
		List<String> arguments = new ArrayList<>(List.of(Integer.toString(error)));
		arguments.addAll(List.of(properties));
		ChildJvm.Result result = new ChildJvm().run(Decide.class, arguments.toArray(new String[0]));
		assertThat(result.exitCode()).as(result.output()).isZero();
		return result.output();
	}

	static final class Decide {

		public static void main(String[] arguments) {
			int error = Integer.parseInt(arguments[0]);
			for (String property : List.of(arguments).subList(1, arguments.length)) {
				String[] parts = property.split("=");
				System.setProperty(parts[0], parts[1]);
			}
			System.out.println(CallMark.current());
			System.out.println(new CallStacks(() -> Long.MAX_VALUE, () -> error, () -> 0, CallTiming.OFF).mark());
			System.out.println(new CallStacks(() -> Long.MAX_VALUE, () -> 0, () -> 0, CallTiming.OFF).mark());
		}

	}

}
