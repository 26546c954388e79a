// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.RelibImports;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FailedImportTests {

	static Iterable<Arguments> returns() {
		return List.of(arguments("flag", false), arguments("i8", (byte) 0), arguments("i16", (short) 0),
				arguments("i32", 0), arguments("i64", 0L), arguments("f32", 0f), arguments("f64", 0d),
				arguments("text", ""), arguments("texts", List.of()), arguments("bytes", new byte[0]),
				arguments("longs", new long[0]), arguments("level", Level.LOW),
				arguments("entry", new Entry(0, "", Level.LOW, List.of())), arguments("entries", List.of()));
	}

	@ParameterizedTest
	@MethodSource("returns")
	void returnsNothingToAModuleThatGoesOn(String method, Object nothing) {
		RuntimeException thrown = new IllegalStateException("no");
		Loopback loopback = new Loopback(Values.class, method, ExportCall.RETURNED, (argument) -> {
			throw thrown;
		});
		assertThat(loopback.call(1)).isEqualTo(nothing);
		assertThat(loopback.outcome()).isEqualTo(ExportCall.RETURNED);
		assertThat(loopback.failure).isSameAs(thrown);
	}

	@ParameterizedTest
	@MethodSource("returns")
	void returnsNoBoxToAModuleThatIsTold(String method) {
		Loopback loopback = new Loopback(Values.class, method, ExportCall.PANICKED, (argument) -> {
			throw new IllegalStateException("no");
		});
		assertThat(loopback.call(1)).isNull();
		assertThat(loopback.outcome()).isEqualTo(ExportCall.PANICKED);
	}

	@ParameterizedTest
	@MethodSource("returns")
	void refusesNull(String method) {
		Loopback loopback = new Loopback(Values.class, method, ExportCall.PANICKED, (argument) -> null);
		loopback.call(1);
		assertThat(loopback.failure).hasMessage("Values." + method + ": the return value is null");
	}

	@RelibImports
	interface Values {

		boolean flag(int i);

		byte i8(int i);

		short i16(int i);

		int i32(int i);

		long i64(int i);

		float f32(int i);

		double f64(int i);

		String text(int i);

		List<String> texts(int i);

		byte[] bytes(int i);

		long[] longs(int i);

		Level level(int i);

		Entry entry(int i);

		List<Entry> entries(int i);

	}

	enum Level {

		LOW, HIGH

	}

	record Entry(long size, String name, Level level, List<String> tags) {

	}

}
