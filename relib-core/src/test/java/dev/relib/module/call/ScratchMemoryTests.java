// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Arrays;

import dev.relib.failure.ModuleClosedException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleState;
import dev.relib.os.LentMemory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class ScratchMemoryTests {

	private final CallGuard guard = new CallGuard(new CallStacks(() -> Long.MAX_VALUE),
			() -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));

	@BeforeEach
	void open() {
		this.guard.open(CallGuardTests.generation(1));
	}

	@Test
	void givesACallAlignedMemoryThatIsItsOwn() {
		CallFrame frame = this.guard.enter();
		long one = frame.scratch(3);
		long two = frame.scratch(100);
		assertThat(one).isNotZero();
		assertThat(one % 16).isZero();
		assertThat(two % 16).isZero();
		assertThat(two).isGreaterThanOrEqualTo(one + 3);
		LentMemory.putByte(two + 99, (byte) 7);
		assertThat(LentMemory.getByte(two + 99)).isEqualTo((byte) 7);
	}

	@Test
	void takesItBackWhenTheCallEnds() {
		CallFrame first = this.guard.enter();
		long address = first.scratch(ScratchMemory.SIZE);
		assertThat(address).isNotZero();
		assertThat(first.scratch(1)).isZero();
		this.guard.exit(first);
		CallFrame second = this.guard.enter();
		assertThat(second.scratch(ScratchMemory.SIZE)).isEqualTo(address);
	}

	@Test
	void leavesWhatOuterCallsUse() {
		CallFrame outer = this.guard.enter();
		long outers = outer.scratch(64);
		CallFrame inner = this.guard.enter();
		long inners = inner.scratch(64);
		assertThat(inners).isGreaterThanOrEqualTo(outers + 64);
		this.guard.exit(inner);
		CallFrame without = this.guard.enter();
		this.guard.exit(without);
		assertThat(outer.scratch(64)).isEqualTo(inners);
	}

	@Test
	void takesItBackFromACallThatHasFailed() {
		CallFrame frame = this.guard.enter();
		long address = frame.scratch(64);
		frame.fail(new IllegalStateException(), false);
		this.guard.exit(frame);
		assertThat(this.guard.enter().scratch(64)).isEqualTo(address);
	}

	@Test
	void refusesWhatIsTooLargeOrNegative() {
		CallFrame frame = this.guard.enter();
		assertThat(frame.scratch(ScratchMemory.SIZE + 1)).isZero();
		assertThat(frame.scratch(Integer.MAX_VALUE)).isZero();
		assertThat(frame.scratch(-1)).isZero();
		assertThat(frame.scratch(ScratchMemory.SIZE)).isNotZero();
		assertThat(frame.scratch(0)).isNotZero();
	}

	@Test
	void goesFromThreadsThatHaveEndedToOthers() throws InterruptedException {
		long[] addresses = new long[300];
		for (int i = 0; i < addresses.length; i++) {
			int number = i;
			Thread thread = new Thread(() -> {
				CallFrame frame = this.guard.enter();
				addresses[number] = frame.scratch(8);
				this.guard.exit(frame);
			});
			thread.start();
			thread.join();
			this.guard.callsInFlight(CallGuardTests.generation(2));
		}
		assertThat(addresses).doesNotContain(0);
		assertThat(Arrays.stream(addresses).distinct().count()).isLessThan(150);
	}

}
