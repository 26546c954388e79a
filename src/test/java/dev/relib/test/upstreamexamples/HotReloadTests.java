// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code hot_reload}: a module gives pointers out of its main function,
 * which the host passes on to another one, whose state lives in the first.
 */
@OnOneJdk
class HotReloadTests {

	@Test
	void stateLivesInOneModuleAndItsUserIsReplaced() {
		try (Examples examples = new Examples()) {
			NativeModule keeper = examples.add("keeper");
			NativeModule user = examples.add("screen");
			Keeper parts = keeper.callMain(Keeper.class);
			assertThat(parts.version()).isEqualTo((short) 3);
			assertThat(parts.scale()).isEqualTo(0.5f);
			Screen screen = user.exports(Screen.class);
			screen.connect(parts.number(), parts.add());
			assertThat(screen.step(5)).isEqualTo(5);
			assertThat(user.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			screen.connect(parts.number(), parts.add());
			assertThat(screen.step(2)).isEqualTo(7);
			Examples.unload(user);
			Examples.unload(keeper);
		}
	}

	/**
	 * What the main function returns, a structure of C.
	 *
	 * @param number where the number is
	 * @param add where the function is that adds to it
	 */
	record Keeper(long number, long add, short version, float scale) {

	}

}
