// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.widevalues;

import java.math.BigInteger;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Integers of 128 bits and code points.
 */
class WideValuesTests {

	private static final BigInteger TWO_TO_THE_64TH = BigInteger.TWO.pow(64);

	private static final BigInteger LARGEST_UNSIGNED = BigInteger.TWO.pow(128).subtract(BigInteger.ONE);

	private static final BigInteger LARGEST = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

	@TempDir
	static Path directory;

	private static ModuleRegistry registry;

	private static NativeModule module;

	private static Wide wide;

	@BeforeAll
	static void load() {
		registry = ModuleRegistry.builder().build();
		module = registry.add(new ModuleDefinition("wide",
				NativeFixture.in(directory)
					.kit()
					.bindings("wide")
					.source(WideValuesTests.class, "wide.c")
					.compile("wide")));
		wide = module.exports(Wide.class);
	}

	@AfterAll
	static void unload() {
		assertThat(module.unload().leaks().count()).isZero();
		registry.close();
	}

	@Test
	void crossWhole() {
		for (BigInteger value : new BigInteger[] { BigInteger.ZERO, BigInteger.ONE.negate(),
				TWO_TO_THE_64TH.subtract(BigInteger.ONE), TWO_TO_THE_64TH.negate(), LARGEST.negate() }) {
			assertThat(wide.next(value)).isEqualTo(value.add(BigInteger.ONE));
		}
		assertThat(wide.next(LARGEST.subtract(BigInteger.ONE))).isEqualTo(LARGEST);
		assertThat(wide.nextUnsigned(LARGEST)).isEqualTo(LARGEST.add(BigInteger.ONE));
		assertThat(wide.nextUnsigned(LARGEST_UNSIGNED.subtract(BigInteger.ONE))).isEqualTo(LARGEST_UNSIGNED);
	}

	@Test
	void standWhereCExpectsThemBetweenOtherArguments() {
		assertThat(wide.many(1, TWO_TO_THE_64TH, 2, BigInteger.ONE.negate(), 3, LARGEST_UNSIGNED, "text", 0.5,
				BigInteger.TEN))
			.isEqualTo("1 1:0 2 ffffffffffffffff:ffffffffffffffff 3 ffffffffffffffff:ffffffffffffffff text 0.5 0:a");
	}

	@Test
	void areRefusedBeyondTheirRange() {
		refuses(() -> wide.next(LARGEST.add(BigInteger.ONE)), "does not fit into i128");
		refuses(() -> wide.next(LARGEST.negate().subtract(BigInteger.TWO)), "does not fit into i128");
		refuses(() -> wide.nextUnsigned(BigInteger.ONE.negate()), "is -1, which does not fit into u128");
		refuses(() -> wide.nextUnsigned(LARGEST_UNSIGNED.add(BigInteger.ONE)), "does not fit into u128");
		refuses(() -> wide.next(null), "is null");
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> wide.panics(BigInteger.TEN))
			.withMessageEndingWith(": 10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "€", "🦀" })
	void codePointsCrossWhole(String text) {
		assertThat(wide.following(text.codePointAt(0))).isEqualTo(text.codePointAt(0) + 1);
		assertThat(wide.wider(new Wide.Glyph(text.codePointAt(0), (byte) 1)))
			.isEqualTo(new Wide.Glyph(text.codePointAt(0), (byte) 2));
	}

	@Test
	void refusesWhatIsNoCodePointInBothDirections() {
		refuses(() -> wide.following(0xD800), "argument code_point is 0xd800, which is no code point");
		refuses(() -> wide.following(-1), "is 0xffffffff");
		refuses(() -> wide.following(0xD7FF), "the return value is 0xd800");
		refuses(() -> wide.following(0x10FFFF), "the return value is 0x110000");
		refuses(() -> wide.wider(new Wide.Glyph(0x110000, (byte) 1)), "argument glyph.code_point is 0x110000");
	}

	private static void refuses(Runnable call, String message) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call::run).withMessageContaining(message);
	}

}
