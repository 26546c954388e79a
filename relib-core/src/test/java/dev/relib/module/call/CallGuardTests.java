// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;

import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.NestedTooDeepException;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallGuardTests {

	private final CallStacks stacks = new CallStacks(() -> Long.MAX_VALUE);

	private final CallGuard guard = guard();

	@Test
	void refusesCallersWhileItIsClosed() {
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(this.guard::enter);
		assertThat(this.guard.insideCall()).isFalse();
	}

	@Test
	void keepsANestedCallOnTheGenerationOfTheOuterOne() {
		Generation first = generation(1);
		Generation second = generation(2);
		this.guard.open(first);
		CallFrame outer = this.guard.enter();
		this.guard.open(second);
		CallFrame inner = this.guard.enter();
		assertThat(inner.generation()).isSameAs(first);
		this.guard.exit(inner);
		assertThat(this.guard.callsInFlight(first)).isOne();
		this.guard.exit(outer);
		assertThat(this.guard.callsInFlight(first)).isZero();
		assertThat(this.guard.enter().generation()).isSameAs(second);
	}

	@Test
	void nestsACallOfAnotherGeneration() {
		Generation first = generation(1);
		Generation second = generation(2);
		this.guard.open(first);
		CallFrame outer = this.guard.enter();
		CallFrame main = this.guard.enter(second);
		CallFrame inner = this.guard.enter();
		assertThat(inner.generation()).isSameAs(second);
		assertThat(this.guard.callsInFlight(first)).isOne();
		assertThat(this.guard.callsInFlight(second)).isOne();
		this.guard.exit(inner);
		this.guard.exit(main);
		assertThat(this.guard.callsInFlight(second)).isZero();
		assertThat(this.guard.enter().generation()).isSameAs(first);
		assertThat(outer.generation()).isSameAs(first);
	}

	@Test
	void keepsCallsOfSeveralModulesApart() {
		CallGuard other = guard();
		Generation mine = generation(1);
		Generation others = generation(1);
		this.guard.open(mine);
		other.open(others);
		CallFrame outer = this.guard.enter();
		CallFrame inner = other.enter();
		assertThat(this.guard.callsInFlight(mine)).isOne();
		assertThat(other.callsInFlight(others)).isOne();
		assertThat(this.guard.importFailed(new IllegalStateException("mine"), false)).isTrue();
		assertThat(inner.takeFailure()).isNull();
		other.exit(inner);
		assertThat(other.insideCall()).isFalse();
		assertThat(this.guard.insideCall()).isTrue();
		assertThat(outer.takeFailure()).hasMessage("mine");
	}

	@Test
	void countsACallOnAnotherThreadWhereItWasMade() throws Exception {
		Generation generation = generation(1);
		this.guard.open(generation);
		CallFrame caller = this.guard.enter();
		Thread owner = new Thread(() -> {
			CallFrame frame = this.guard.enterFor(generation);
			assertThat(this.guard.insideCall()).isTrue();
			assertThat(this.guard.callsInFlight(generation)).isOne();
			this.guard.exit(frame);
		});
		owner.start();
		owner.join();
		this.guard.exit(caller);
		assertThat(this.guard.callsInFlight(generation)).isZero();
	}

	@Test
	void givesAThreadOneStackAlsoWhereItsThreadLocalsAreErased() throws Exception {
		this.guard.open(generation(1));
		Set<Thread> callers = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 100; i++) {
			ForkJoinPool.commonPool().submit(() -> {
				this.guard.exit(this.guard.enter());
				callers.add(Thread.currentThread());
			}).get();
			Thread.sleep(2);
		}
		assertThat(this.stacks.size()).isLessThanOrEqualTo(callers.size());
	}

	@Test
	void forgetsThreadsThatHaveEnded() throws Exception {
		Generation generation = generation(1);
		this.guard.open(generation);
		for (int i = 0; i < 1000; i++) {
			Thread thread = new Thread(() -> this.guard.exit(this.guard.enter()));
			thread.start();
			thread.join();
		}
		this.guard.callsInFlight(generation);
		assertThat(this.stacks.size()).isZero();
	}

	@Test
	void givesEachOfManyNestedCallsAnOutcomeOfItsOwn() {
		this.guard.open(generation(1));
		Set<Long> outcomes = ConcurrentHashMap.newKeySet();
		int depth = ThreadCallStack.MAX_DEPTH;
		CallFrame[] frames = new CallFrame[depth];
		for (int i = 0; i < depth; i++) {
			frames[i] = this.guard.enter();
			frames[i].call((outcome, arguments) -> outcomes.add(outcome), new Object[0]);
		}
		assertThat(outcomes).hasSize(depth);
		assertThatExceptionOfType(NestedTooDeepException.class).isThrownBy(this.guard::enter)
			.withMessageStartingWith("module 'test' was called inside of 512 calls");
		for (int i = depth - 1; i >= 0; i--) {
			this.guard.exit(frames[i]);
		}
		assertThat(this.guard.insideCall()).isFalse();
	}

	@Test
	void keepsNoGenerationThatIsGone() throws Exception {
		Generation gone = generation(1);
		this.guard.open(gone);
		CallFrame outer = this.guard.enter();
		this.guard.exit(this.guard.enter());
		this.guard.exit(outer);
		this.guard.close();
		this.guard.forget(gone);
		WeakReference<Generation> kept = new WeakReference<>(gone);
		gone = null;
		for (int i = 0; i < 50 && kept.get() != null; i++) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(kept.get()).isNull();
	}

	/** The frame keeps what the last call was; each part has to be the new call's. */
	@Test
	void startsEachCallAnew() {
		CallGuard other = guard();
		Generation mine = generation(1);
		this.guard.open(mine);
		other.open(generation(1));
		CallFrame delegated = this.guard.enterFor(mine);
		delegated.fail(new IllegalStateException("of an earlier call"), false);
		this.guard.exit(delegated);
		other.exit(other.enter());
		CallFrame frame = this.guard.enter();
		assertThat(frame.generation()).isSameAs(mine);
		assertThat(frame.takeFailure()).isNull();
		assertThat(this.guard.insideCall()).isTrue();
		assertThat(other.insideCall()).isFalse();
		assertThat(this.guard.callsInFlight(mine)).isOne();
		this.guard.exit(frame);
		assertThat(this.guard.insideCall()).isFalse();
	}

	private CallGuard guard() {
		return new CallGuard(this.stacks, () -> ModuleClosedException.notLoaded("test", ModuleState.UNLOADED));
	}

	static Generation generation(long id) {
		return new Generation("test", id, null, false, new NoCode());
	}

}
