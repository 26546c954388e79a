// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterOrderTests {

	private static final MachineType SLICE = MachineType.SLICE;

	private static final MachineType LONG = MachineType.LONG;

	@Test
	void passASliceAsItsTwoWords() {
		assertThat(onX86(SLICE, MachineType.DOUBLE)).isEqualTo("long long long double: 1 3");
	}

	@Test
	void keepTheirOrderWhileThereAreRegisters() {
		assertThat(onX86(LONG, LONG, LONG, SLICE)).isEqualTo("long long long long long long: 1 2 3 4");
	}

	@Test
	void leaveTheLastRegisterOfX86ToWhatComesAfterASlice() {
		assertThat(onX86(LONG, LONG, LONG, LONG, SLICE, MachineType.INT, LONG))
			.isEqualTo("long long long long long int long long long: 1 2 3 4 6 5 8");
	}

	@Test
	void fillTheLastRegisterOfX86IfNothingElseDoes() {
		assertThat(onX86(LONG, LONG, LONG, LONG, SLICE, MachineType.DOUBLE))
			.isEqualTo("long long long long long double long long long: 1 2 3 4 7 5");
	}

	@Test
	void leaveNoRegisterOfAarch64ToWhatComesAfterASlice() {
		assertThat(onAarch64(LONG, LONG, LONG, LONG, LONG, LONG, SLICE, LONG, MachineType.DOUBLE))
			.isEqualTo("long long long long long long long double long long long long: 1 2 3 4 5 6 9 11 7");
	}

	@Test
	void needNoPaddingForFloatsOnTheStack() {
		MachineType[] floats = IntStream.range(0, 9).mapToObj((i) -> MachineType.FLOAT).toArray(MachineType[]::new);
		assertThat(onX86(floats)).doesNotContain(" long").endsWith("1 2 3 4 5 6 7 8 9");
	}

	@Test
	void bringValuesThereAndBack() {
		ParameterOrder parameters = new ParameterOrder(List.of(LONG, LONG, LONG, LONG, LONG, SLICE, LONG, SLICE),
				Registers.ofX86());
		Object[] values = { 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L };
		assertThat(parameters.arrange(values)).containsExactly(0L, 1L, 2L, 3L, 4L, 7L, 5L, 6L, 8L, 9L);
		assertThat(parameters.restore(parameters.arrange(values))).isEqualTo(values);
	}

	@Test
	void bringPaddingForNoValue() {
		ParameterOrder parameters = new ParameterOrder(List.of(LONG, LONG, LONG, LONG, LONG, SLICE), Registers.ofX86());
		Object[] values = { 1L, 2L, 3L, 4L, 5L, 6L, 7L };
		assertThat(parameters.arrange(values)).containsExactly(1L, 2L, 3L, 4L, 5L, 0L, 6L, 7L);
		assertThat(parameters.restore(parameters.arrange(values))).isEqualTo(values);
	}

	private static String onX86(MachineType... types) {
		return order(Registers.ofX86(), types);
	}

	private static String onAarch64(MachineType... types) {
		return order(Registers.ofAarch64(), types);
	}

	/**
	 * The classes that are passed behind a pointer, and where each parameter is among
	 * them.
	 */
	private static String order(Registers registers, MachineType... types) {
		List<MachineType> parameters = Stream.concat(Stream.of(LONG), Arrays.stream(types)).toList();
		ParameterOrder order = new ParameterOrder(parameters, registers);
		StringJoiner places = new StringJoiner(" ");
		int value = 1;
		for (MachineType type : types) {
			places.add(String.valueOf(order.place(value)));
			if (type == SLICE) {
				assertThat(order.place(value + 1)).isEqualTo(order.place(value) + 1);
			}
			value += type.valueCount();
		}
		return Stream.of(order.types()).map(Class::getSimpleName).collect(Collectors.joining(" ")) + ": " + places;
	}

}
