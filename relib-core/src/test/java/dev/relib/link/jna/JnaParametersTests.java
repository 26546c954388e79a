package dev.relib.link.jna;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JnaParametersTests {

	private static final ValueType SLICE = Sequence.STR;

	private static final ValueType LONG = Scalar.I64;

	@Test
	void passASliceAsItsTwoWords() {
		assertThat(onX86(SLICE, Scalar.F64)).isEqualTo("Pointer long long double: 1 3");
	}

	@Test
	void keepTheirOrderWhileThereAreRegisters() {
		assertThat(onX86(LONG, LONG, LONG, SLICE)).isEqualTo("Pointer long long long long long: 1 2 3 4");
	}

	@Test
	void leaveTheLastRegisterOfX86ToWhatComesAfterASlice() {
		assertThat(onX86(LONG, LONG, LONG, LONG, SLICE, Scalar.I32, LONG))
			.isEqualTo("Pointer long long long long int long long long: 1 2 3 4 6 5 8");
	}

	@Test
	void fillTheLastRegisterOfX86IfNothingElseDoes() {
		assertThat(onX86(LONG, LONG, LONG, LONG, SLICE, Scalar.F64))
			.isEqualTo("Pointer long long long long double long long long: 1 2 3 4 7 5");
	}

	@Test
	void leaveNoRegisterOfAarch64ToWhatComesAfterASlice() {
		assertThat(onAarch64(LONG, LONG, LONG, LONG, LONG, LONG, SLICE, LONG, Scalar.F64))
			.isEqualTo("Pointer long long long long long long double long long long long: 1 2 3 4 5 6 9 11 7");
	}

	@Test
	void needNoPaddingForFloatsOnTheStack() {
		ValueType[] floats = IntStream.range(0, 9).mapToObj((i) -> Scalar.F32).toArray(ValueType[]::new);
		assertThat(onX86(floats)).doesNotContain("long").endsWith("1 2 3 4 5 6 7 8 9");
	}

	private static String onX86(ValueType... types) {
		return order(Registers.ofX86(), types);
	}

	private static String onAarch64(ValueType... types) {
		return order(Registers.ofAarch64(), types);
	}

	/** The classes that are passed, and where each parameter is among them. */
	private static String order(Registers registers, ValueType... types) {
		List<Parameter> parameters = Arrays.stream(types).map((type) -> new Parameter("a", type)).toList();
		JnaParameters order = new JnaParameters(1, parameters, registers);
		String places = IntStream.range(0, types.length)
			.mapToObj((i) -> String.valueOf(order.place(i)))
			.collect(Collectors.joining(" "));
		return Stream.of(order.types()).map(Class::getSimpleName).collect(Collectors.joining(" ")) + ": " + places;
	}

}
