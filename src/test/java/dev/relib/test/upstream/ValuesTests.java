// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.util.List;

import dev.relib.RelibExports;
import dev.relib.failure.InvalidContractException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ValuesTests {

	private static UpstreamModule module;

	private static Crate crate;

	@BeforeAll
	static void load() {
		module = UpstreamModule.load("unloading");
		crate = module.crate;
	}

	@AfterAll
	static void unload() {
		UnloadReport report = module.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		module.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Ada", "Grüße, 世界 🦀", "a\0b" })
	void passesText(String name) {
		assertThat(crate.greet(name)).isEqualTo("Hello, " + name);
	}

	@Test
	void readsTextThatTheModuleLends() {
		assertThat(crate.tail("hello")).isEqualTo("ello");
	}

	@Test
	void passesBytes() {
		assertThat(crate.reverse(new byte[] { 1, 2, -3 })).containsExactly(-3, 2, 1);
		assertThat(crate.reverse(new byte[0])).isEmpty();
	}

	@Test
	void passesNumbers() {
		assertThat(crate.not(true)).isFalse();
		assertThat(crate.not(false)).isTrue();
		assertThat(crate.nextI8((byte) -2)).isEqualTo((byte) -1);
		assertThat(crate.nextI8(Byte.MAX_VALUE)).isEqualTo(Byte.MIN_VALUE);
		assertThat(Byte.toUnsignedInt(crate.nextU8(200))).isEqualTo(201);
		assertThat(crate.nextU8(255)).isZero();
		assertThat(Short.toUnsignedInt(crate.nextU16(65_000))).isEqualTo(65_001);
		assertThat(crate.nextI32(-1)).isZero();
		assertThat(crate.nextU64(-2)).isEqualTo(-1);
		assertThat(crate.half(3)).isEqualTo(1.5);
	}

	@Test
	void callsWhatTheModuleHasFromTheInterface() {
		assertThat(crate.defaulted()).isEqualTo(42);
	}

	@Test
	void passesMoreSlicesThanThereAreRegisters() {
		assertThat(crate.many("a", "bb", "ccc", "dddd", true, 255, 0.5f)).isEqualTo("a bb ccc dddd true 255 0.5");
	}

	@Test
	void callsTheHostWithEveryKindOfValue() {
		assertThat(crate.throughTheHost("héllo", true, 200, -4, -0.25, new byte[] { 9, -8 }))
			.isEqualTo("héllo true 200 -4 -0.25 [9, -8]");
	}

	@Test
	void refusesTypesThatTheTwoSidesDoNotShare() {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> module.module.exports(Lists.class))
			.withMessageContaining("Lists.names")
			.withMessageContaining("build the module with the kit");
	}

	@RelibExports
	interface Lists {

		List<String> names();

	}

}
