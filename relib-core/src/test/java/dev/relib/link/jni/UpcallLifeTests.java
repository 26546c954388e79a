// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Upcall;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How long a function of librelib_rt serves Java code.
 */
class UpcallLifeTests {

	private static final FunctionShape WORD = FunctionShape.ofWords(1);

	private final JniLinker linker = JniLinkers.create();

	private final Downcall call = this.linker.downcall(WORD);

	private long call(long function, long value) {
		return (Long) this.call.call(function, new Object[] { value });
	}

	@Test
	void answersZeroOnceNobodyHoldsIt() {
		Upcall upcall = this.linker.upcall(WORD, (values) -> (Long) values[0] + 1, "held");
		long address = upcall.address();
		assertThat(call(address, 41)).isEqualTo(42);
		WeakReference<Upcall> held = new WeakReference<>(upcall);
		upcall = null;
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			System.gc();
			return held.get() == null && call(address, 41) == 0;
		});
	}

	@Test
	void goesOnWithoutAnExceptionThatTheTargetThrows() {
		Upcall upcall = this.linker.upcall(WORD, (values) -> {
			if ((Long) values[0] == 1) {
				throw new IllegalStateException("meant to be thrown");
			}
			throw new StackOverflowError("meant to be thrown");
		}, "throwing");
		assertThat(call(upcall.address(), 1)).isZero();
		assertThat(call(upcall.address(), 2)).isZero();
	}

	@Test
	void makesMoreFunctionsThanLibrelibRtHas() {
		List<Upcall> upcalls = new ArrayList<>();
		for (long i = 0; i < 8300; i++) {
			long number = i;
			upcalls.add(this.linker.upcall(WORD, (values) -> (Long) values[0] + number, "many"));
		}
		assertThat(call(upcalls.get(0).address(), 1)).isOne();
		assertThat(call(upcalls.get(8299).address(), 1)).isEqualTo(8300);
		assertThat(upcalls).extracting(Upcall::address).doesNotHaveDuplicates();
		Reference.reachabilityFence(upcalls);
	}

}
