// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.relib.failure.ModulePanicException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegexTests {

	@Test
	void matchesAndIsUnloadedWithItsCompiledExpressions() throws IOException {
		try (CrateModule<RegexMatcher> module = CrateModule.load("regexmatcher", RegexMatcher.class)) {
			RegexMatcher matcher = module.exports;
			assertThat(matcher.turnDates("from 2024-02-29 to 2025-12-31")).isEqualTo("from 29.02.2024 to 31.12.2025");
			assertThat(matcher.countWords("Grüße, 世界!".getBytes(StandardCharsets.UTF_8))).isEqualTo(2);
			assertThat(matcher.isMatch("^(a|b)+$", "abba")).isTrue();
			assertThat(matcher.isMatch("^(a|b)+$", "abbé")).isFalse();
			assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> matcher.isMatch("(", ""))
				.withMessageContaining("unclosed group");
			assertThat(module.unload().leaks().bytes()).isPositive();
		}
	}

}
