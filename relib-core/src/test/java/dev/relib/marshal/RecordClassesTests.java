// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.List;

import dev.relib.RelibImports;
import dev.relib.failure.InvalidValueException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RecordClassesTests {

	@Test
	void mayBePrivate() {
		Loopback loopback = loopback("secret");
		assertThat(loopback.call(new Secret(1, new Inner("x")))).isEqualTo(new Secret(1, new Inner("x")));
	}

	@Test
	void mayChangeWhatTheyAreGiven() {
		Loopback loopback = loopback("sorted");
		assertThat(loopback.call(new Sorted(List.of("b", "a")))).isEqualTo(new Sorted(List.of("a", "b")));
	}

	@Test
	void mayRefuseWhatTheModuleSays() {
		Range invalid = new Range(2, 3);
		Loopback loopback = loopback("range");
		Range.strict = true;
		try {
			loopback.call(invalid);
			assertThat(loopback.failure).isInstanceOf(InvalidValueException.class)
				.hasMessage("Classes.range: argument range is refused by the record " + Range.class.getName()
						+ ": java.lang.IllegalArgumentException: 2 to 3")
				.hasCauseInstanceOf(IllegalArgumentException.class);
		}
		finally {
			Range.strict = false;
		}
	}

	@Test
	void mayNotRefuseToBeRead() {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> loopback("shy").call(new Shy(1)))
			.withMessageContaining("Classes.shy: argument shy.x can not be read")
			.withCauseInstanceOf(UnsupportedOperationException.class);
	}

	private static Loopback loopback(String method) {
		return new Loopback(Classes.class, method, ExportCall.PANICKED, (argument) -> argument);
	}

	@RelibImports
	private interface Classes {

		Secret secret(Secret secret);

		Sorted sorted(Sorted sorted);

		Range range(Range range);

		Shy shy(Shy shy);

	}

	private record Secret(int number, Inner inner) {

	}

	private record Inner(String text) {

	}

	record Sorted(List<String> names) {

		Sorted {
			names = names.stream().sorted().toList();
		}

	}

	record Range(int from, int to) {

		static boolean strict;

		Range {
			if (strict) {
				throw new IllegalArgumentException(from + " to " + to);
			}
		}

	}

	record Shy(int x) {

		@Override
		public int x() {
			throw new UnsupportedOperationException();
		}

	}

}
