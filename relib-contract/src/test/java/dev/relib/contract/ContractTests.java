// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.RelibName;
import dev.relib.failure.InvalidContractException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ContractTests {

	private static final String TEXT = """
			relib-contract 1
			exports ImageFilter
			  apply(rgba: bytes, width: i32, height: i32) -> bytes
			  name() -> str
			imports Progress
			  report(percent: i32) -> unit
			""";

	@Test
	void readsWhatItWrites() {
		assertThat(Contract.parse(TEXT).text()).isEqualTo(TEXT);
		assertThat(Contract.parse("relib-contract 1\n").traits()).isEmpty();
	}

	@Test
	void readsAnInterfaceInTheOrderOfNames() {
		assertThat(ContractInterface.of(ImageFilter.class).trait().text()).isEqualTo(
				"exports ImageFilter\n  apply(rgba: bytes, width: i32, height: i32) -> bytes\n  name() -> str\n");
		assertThat(ContractInterface.of(Progress.class).trait())
			.isEqualTo(Contract.parse(TEXT).trait(Direction.IMPORTS, "Progress").orElseThrow());
	}

	@Test
	void leavesDefaultAndStaticMethodsAlone() {
		assertThat(ContractInterface.of(ImageFilter.class).methods().keySet()).extracting("name")
			.containsExactly("apply", "name");
	}

	@Test
	void comparesTypesNotNames() {
		FunctionSignature ours = function("apply(rgba: bytes, width: i32, height: i32) -> bytes");
		assertThat(ours.matches(function("apply(a: bytes, b: i32, c: i32) -> bytes"))).isTrue();
		assertThat(ours.matches(function("apply(rgba: bytes, width: i64, height: i32) -> bytes"))).isFalse();
		assertThat(ours.matches(function("apply(rgba: bytes, width: i32) -> bytes"))).isFalse();
		assertThat(ours.matches(function("apply(rgba: bytes, width: i32, height: i32) -> str"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "relib-contract 2\n", "exports A\n", "relib-contract 1\n  f() -> unit\n",
			"relib-contract 1\nexports A\n f() -> unit\n", "relib-contract 1\nexports A\n  f() -> u8\n",
			"relib-contract 1\nexports A\n  f(x) -> unit\n", "relib-contract 1\nexports A\n  f(x: i32,) -> unit\n",
			"relib-contract 1\nexports A\nexports A\n", "relib-contract 1\nexports A\n  f() -> unit\n  f() -> i32\n",
			"relib-contract 1\nexports A B\n", "relib-contract 1\n\n" })
	void refusesOtherTexts(String text) {
		assertThatExceptionOfType(ContractSyntaxException.class).isThrownBy(() -> Contract.parse(text))
			.withMessageStartingWith("line ");
	}

	@ParameterizedTest
	@ValueSource(
			classes = { String.class, Unmarked.class, Both.class, Overloaded.class, Unsupported.class, Misnamed.class })
	void refusesOtherInterfaces(Class<?> type) {
		assertThatExceptionOfType(InvalidContractException.class).isThrownBy(() -> ContractInterface.of(type))
			.withMessageContaining(type.getName());
	}

	@Test
	void takesTheNativeNameThatAMethodIsGiven() {
		assertThat(ContractInterface.of(Renamed.class).trait().text())
			.isEqualTo("exports Renamed\n  adler() -> unit\n  zlibVersion() -> str\n");
	}

	private static FunctionSignature function(String text) {
		return Contract.parse("relib-contract 1\nexports A\n  " + text + "\n").traits().get(0).functions().get(0);
	}

	@RelibExports
	interface ImageFilter {

		String name();

		byte[] apply(byte[] rgba, int width, int height);

		default String describe() {
			return name();
		}

		static ImageFilter none() {
			throw new IllegalStateException();
		}

	}

	@RelibImports
	interface Progress {

		void report(int percent);

	}

	interface Unmarked {

		void run();

	}

	@RelibExports
	@RelibImports
	interface Both {

		void run();

	}

	@RelibExports
	interface Overloaded {

		void run();

		void run(int times);

	}

	@RelibExports
	interface Unsupported {

		void run(Object anything);

	}

	@ParameterizedTest
	@ValueSource(strings = { "exports A\n#  f%07d() -> unit\n", "#exports A%d\n" })
	void readsAMegabyteInBoundedTime(String pattern) {
		String[] parts = pattern.split("#");
		StringBuilder text = new StringBuilder(Contract.HEADER + "\n" + parts[0]);
		for (int i = 0; text.length() < 1 << 20; i++) {
			text.append(String.format(parts[1], i));
		}
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long started = threads.getCurrentThreadCpuTime();
		assertThat(Contract.parse(text.toString()).text()).isEqualTo(text.toString());
		assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - started)).isLessThan(Duration.ofSeconds(3));
	}

	@RelibExports
	interface Misnamed {

		@RelibName("run;")
		void run();

	}

	@RelibExports
	interface Renamed {

		@RelibName("zlibVersion")
		String version();

		void adler();

	}

}
