// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibName;
import dev.relib.RelibVariadic;
import dev.relib.failure.InvalidValueException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values of any C library cross as its declarations say.
 */
class ValuesTests {

	private PlainModule module;

	private Values values;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.module = new PlainModule(directory, "values.cpp");
		this.values = this.module.exports(Values.class);
	}

	@AfterEach
	void close() {
		this.module.close();
	}

	@Test
	void takesEveryNumberButZeroAsTrue() {
		assertThat(this.values.letter('a')).isTrue();
		assertThat(this.values.letter('1')).isFalse();
		assertThat(this.values.truth()).isTrue();
		assertThat(this.values.negate(true)).isFalse();
		assertThat(this.values.isOne(true)).isTrue();
		assertThat(this.values.isOne(false)).isFalse();
	}

	@Test
	void readsNoTextAsAnEmptyOptional() {
		assertThat(this.values.find("a")).contains("1");
		assertThat(this.values.find("b")).isEmpty();
		assertThat(this.values.findOrNull("b")).isNull();
		assertThat(this.values.findOrNull("a")).isEqualTo("1");
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.values.findAlways("b"))
			.withMessageContaining("is a null pointer")
			.withMessageContaining("Optional<String>");
	}

	@Test
	void passesNoTextAsNull() {
		assertThat(this.values.length(Optional.of("four"))).isEqualTo(4);
		assertThat(this.values.length(Optional.empty())).isEqualTo(-1);
		assertThat(this.values.lengthOrNull(null)).isEqualTo(-1);
		assertThat(this.values.lengthOrNull("")).isZero();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> this.values.length(null))
			.withMessageContaining("argument text is null");
	}

	@Test
	void callsSymbolsOfAnyName() {
		assertThat(this.values.mangled(21)).isEqualTo(42);
		assertThat(this.values.dotted()).isEqualTo(7);
		assertThat(this.values.answer()).isEqualTo(42);
		assertThat(this.values.oldAnswer()).isEqualTo(41);
		assertThat(this.values.newAnswer()).isEqualTo(42);
	}

	@Test
	void callsOneVariadicFunctionByAMethodForEachCombination() {
		byte[] into = new byte[64];
		assertThat(text(into, this.values.format(into, 64, "%.3f", 2.5))).isEqualTo("2.500");
		assertThat(text(into, this.values.format(into, 64, "%.2f", 2.5f))).isEqualTo("2.50");
		assertThat(text(into, this.values.format(into, 64, "%d \u20ac", -7))).isEqualTo("-7 \u20ac");
		assertThat(
				text(into, this.values.format(into, 64, "%d %hd %s %.1f %d", (byte) -1, (short) -2, "x", 0.5f, true)))
			.isEqualTo("-1 -2 x 0.5 1");
		assertThat(text(into, this.values.format(into, 64, "%s %.0f %.0f %.0f", "many", 1, 2f, 3)))
			.isEqualTo("many 1 2 3");
	}

	private static String text(byte[] bytes, int length) {
		return new String(bytes, 0, length, StandardCharsets.UTF_8);
	}

	@RelibExports(plain = true)
	interface Values {

		@RelibInt
		boolean letter(int c);

		boolean truth();

		boolean negate(boolean flag);

		@RelibInt
		boolean isOne(@RelibInt boolean flag);

		Optional<String> find(String key);

		@RelibName("find")
		@Nullable String findOrNull(String key);

		@RelibName("find")
		String findAlways(String key);

		int length(Optional<String> text);

		@RelibName("length")
		int lengthOrNull(@Nullable String text);

		@RelibName("_ZN4calc5twiceEi")
		int mangled(int a);

		@RelibName("a.b$c")
		int dotted();

		int answer();

		@RelibName("answer@PLAIN_1")
		int oldAnswer();

		@RelibName("answer@@PLAIN_2")
		int newAnswer();

		int format(byte[] into, long room, String format, @RelibVariadic double value);

		int format(byte[] into, long room, String format, @RelibVariadic float value);

		int format(byte[] into, long room, String format, @RelibVariadic int value);

		int format(byte[] into, long room, String format, @RelibVariadic byte a, short b, String c, float d, boolean e);

		int format(byte[] into, long room, String format, @RelibVariadic String a, double b, float c, double d);

	}

}
