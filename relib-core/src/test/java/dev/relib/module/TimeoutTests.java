// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every duration of options can be waited for.
 */
class TimeoutTests {

	private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

	@Test
	void cutsForEverToATimeThatCanBeCounted() {
		UnloadOptions unload = new UnloadOptions(FOR_EVER, FOR_EVER, FOR_EVER, Cleanup.ALL);
		assertThat(unload.drain().toNanos()).isPositive();
		assertThat(unload.threads().plus(unload.beforeUnload()).toNanos()).isPositive();
		assertThat(LoadOptions.DEFAULT.withTimeout(FOR_EVER).timeout().toNanos()).isPositive();
	}

	@Test
	void keepsUsualTimes() {
		assertThat(LoadOptions.DEFAULT.withTimeout(Duration.ZERO).timeout()).isZero();
		assertThat(new UnloadOptions(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(365), Cleanup.ALL).threads())
			.isEqualTo(Duration.ofDays(365));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "PT-1S", "PT-0.000000001S" })
	void refusesWhatIsNoTime(Duration none) {
		Duration second = Duration.ofSeconds(1);
		assertThatIllegalArgumentException().isThrownBy(() -> LoadOptions.DEFAULT.withTimeout(none))
			.withMessage("relib.load.timeout is " + none + ", and has to be a time of zero or more");
		assertThatIllegalArgumentException().isThrownBy(() -> new UnloadOptions(none, second, second, Cleanup.ALL))
			.withMessageContaining("relib.unload.drain-timeout");
		assertThatIllegalArgumentException().isThrownBy(() -> new UnloadOptions(second, none, second, Cleanup.ALL))
			.withMessageContaining("relib.unload.before-unload-timeout");
		assertThatIllegalArgumentException().isThrownBy(() -> new UnloadOptions(second, second, none, Cleanup.ALL))
			.withMessageContaining("relib.unload.threads-timeout");
	}

}
