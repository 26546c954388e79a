// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.relib.fixture.Content;
import dev.relib.fixture.RandomValues;
import dev.relib.module.MemoryLeaks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Passes random values of every type through exports and imports of a module that is
 * written against the ABI alone. A failure names the seed for the system property
 * {@code relib.seed}.
 */
class RoundTripTests {

	private static final long SEED = Long.getLong("relib.seed", new Random().nextLong());

	private static final int ROUNDS = 60;

	@TempDir
	static Path directory;

	private static EchoModule module;

	@BeforeAll
	static void load() {
		module = new EchoModule(directory);
	}

	/** The module frees an owned return when the host gives it back. */
	@AfterAll
	static void unloadWithoutALeak() {
		MemoryLeaks leaks = module.module.unload().leaks();
		module.close();
		assertThat(leaks.count()).isZero();
	}

	static Stream<Method> methods() {
		return Arrays.stream(Echo.class.getDeclaredMethods())
			.filter((method) -> method.getParameterCount() == 1)
			.sorted(Comparator.comparing(Method::getName));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void keepsValues(Method method) throws ReflectiveOperationException {
		RandomValues values = new RandomValues(SEED);
		for (int round = 0; round < ROUNDS; round++) {
			Object value = values.of(method.getGenericParameterTypes()[0]);
			Object content = Content.of(value);
			Object returned = method.invoke(module.echo, value);
			assertThat(Content.of(returned)).as("seed %d, round %d", SEED, round).isEqualTo(content);
		}
	}

	@Test
	void passesMoreArgumentsThanThereAreRegisters() {
		Flat flat = new Flat(true, 1, (byte) 2, 3, (short) 4, -55, false, 6, Suit.HEARTS, new Tiny((byte) 7));
		assertThat(module.echo.many(true, new Tiny((byte) -3), "text", Long.MIN_VALUE,
				List.of(new Tiny((byte) 1), new Tiny((byte) -128)), 0.25, Suit.SPADES, new byte[] { 1, -1 },
				new double[] { 1, 2.5 }, -0.5f, flat))
			.isEqualTo("1 -3 text -9223372036854775808 2:-128 0.25 3 2:255 2:2.50 -0.50 -55");
	}

	@Test
	void returnsListsThatCanNotBeChanged() {
		List<String> texts = module.echo.texts(List.of("a", "b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> texts.set(0, "c"));
	}

}
