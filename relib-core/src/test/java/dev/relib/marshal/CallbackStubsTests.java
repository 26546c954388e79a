// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import dev.relib.link.jna.JnaLinker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackStubsTests {

	private static final FunctionShape SHAPE = new FunctionShape(MachineType.INT, List.of(MachineType.INT));

	private final Linker linker = new JnaLinker();

	private final CallbackType type = CallbackTypes.of("callback", IntUnaryOperator.class);

	@Test
	void areUsedAgainAfterManyOthers() {
		PlainCallbacks callbacks = new PlainCallbacks(this.linker, "reuse");
		Set<Long> addresses = new HashSet<>();
		long last = 0;
		for (int i = 0; i < 1000; i++) {
			try (Loan loan = new Loan(callbacks)) {
				long address = loan.lend(begin(callbacks, (value) -> value));
				assertThat(address).isNotEqualTo(last);
				last = address;
				addresses.add(address);
			}
		}
		assertThat(addresses).hasSizeBetween(16, 64);
	}

	@Test
	void endWithTheirLibraryAndAreCalledInVainFromThenOn() {
		PlainCallbacks callbacks = new PlainCallbacks(this.linker, "ended");
		IntUnaryOperator twice = (value) -> 2 * value;
		long address = callbacks.keep(this.type, "callback", twice);
		assertThat(callbacks.keep(this.type, "callback", twice)).isEqualTo(address);
		assertThat(call(address, 21)).isEqualTo(42);
		callbacks.end();
		assertThat(call(address, 21)).isZero();
	}

	@Test
	void returnZeroForAnExceptionThatNobodyGets() {
		PlainCallbacks callbacks = new PlainCallbacks(this.linker, "failing");
		long address = callbacks.keep(this.type, "callback", (IntUnaryOperator) (value) -> 1 / (value - value));
		assertThat(call(address, 21)).isZero();
		callbacks.end();
	}

	private CallbackStub begin(PlainCallbacks callbacks, IntUnaryOperator target) {
		return callbacks.begin(new Callback(this.type, "callback", target, (failure) -> false));
	}

	private int call(long address, int value) {
		return (Integer) this.linker.downcall(SHAPE).call(address, new Object[] { value });
	}

}
