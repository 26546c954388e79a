package dev.relib.module;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.ModuleSource;
import dev.relib.image.PrivateCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GateTests {

	private static final long MILLIS = 2000;

	private final Gate gate = new Gate(() -> new ModuleClosedException("test", "closed"));

	@Test
	void refusesCallersWhileItIsClosed() {
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(this.gate::enter);
		assertThat(this.gate.insideCall()).isFalse();
	}

	@Test
	void keepsANestedCallOnTheVersionOfTheOuterOne() {
		ModuleVersion first = version(1);
		ModuleVersion second = version(2);
		this.gate.open(first);
		Cell outer = this.gate.enter();
		this.gate.open(second);
		Cell inner = this.gate.enter();
		assertThat(inner.version()).isSameAs(first);
		assertThat(inner).isSameAs(outer);
		assertThat(inner.depth()).isEqualTo(2);
		this.gate.exit(inner);
		assertThat(this.gate.callsInFlight(first)).isOne();
		this.gate.exit(outer);
		assertThat(this.gate.callsInFlight(first)).isZero();
		assertThat(this.gate.enter().version()).isSameAs(second);
	}

	@Test
	void givesAThreadOneCellAlsoWhereItsThreadLocalsAreErased() throws Exception {
		this.gate.open(version(1));
		Set<Thread> callers = ConcurrentHashMap.newKeySet();
		for (int i = 0; i < 100; i++) {
			ForkJoinPool.commonPool().submit(() -> {
				this.gate.exit(this.gate.enter());
				callers.add(Thread.currentThread());
			}).get();
			Thread.sleep(2);
		}
		assertThat(this.gate.cells()).hasSizeLessThanOrEqualTo(callers.size());
	}

	@Test
	void endsBeforeItsMarksOverflow() {
		this.gate.open(version(1));
		for (int i = 0; i < Cell.MAX_DEPTH; i++) {
			this.gate.enter();
		}
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(this.gate::enter);
	}

	/**
	 * With a release store in place of the volatile one in {@code Cell.markOutermost}
	 * this fails, most surely with one caller.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void drainsEveryCallBeforeAVersionIsClosed(int callers) throws InterruptedException {
		AtomicBoolean stop = new AtomicBoolean();
		AtomicLong usesAfterClose = new AtomicLong();
		AtomicLong calls = new AtomicLong();
		boolean[] closed = new boolean[50_000_000];
		this.gate.open(version(1));
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < callers; i++) {
			Thread thread = new Thread(() -> call(stop, closed, calls, usesAfterClose));
			thread.start();
			threads.add(thread);
		}
		long swaps = swap(closed);
		stop.set(true);
		for (Thread thread : threads) {
			thread.join();
		}
		System.out.println(swaps + " versions under " + calls + " calls of " + callers + " threads, " + usesAfterClose
				+ " uses after close");
		assertThat(usesAfterClose.get()).isZero();
		assertThat(calls.get()).isGreaterThan(1000);
	}

	private long swap(boolean[] closed) {
		long end = System.nanoTime() + MILLIS * 1_000_000;
		ModuleVersion serving = version(1);
		this.gate.open(serving);
		int id = 1;
		while (System.nanoTime() < end && id + 2 < closed.length) {
			ModuleVersion next = version(++id);
			this.gate.open(next);
			while (this.gate.callsInFlight(serving) > 0) {
				Thread.onSpinWait();
			}
			closed[(int) serving.id()] = true;
			serving = next;
		}
		return id;
	}

	private void call(AtomicBoolean stop, boolean[] closed, AtomicLong calls, AtomicLong usesAfterClose) {
		long count = 0;
		while (!stop.get()) {
			Cell cell = this.gate.enter();
			int id = (int) cell.version().id();
			for (int i = 0; i < 100; i++) {
				if (closed[id]) {
					usesAfterClose.incrementAndGet();
					break;
				}
				Thread.onSpinWait();
			}
			this.gate.exit(cell);
			count++;
		}
		calls.addAndGet(count);
	}

	private static ModuleVersion version(long id) {
		ModuleSource source = new ModuleSource("test", "libtest.so");
		PrivateCopy copy = new PrivateCopy(Path.of("libtest.so"), "", 0);
		ModuleOptions options = ModuleOptions.DEFAULT.withThreading(Threading.CALLER);
		return new ModuleVersion(new Candidate(id, source, copy, null, options), null, null, null, null, Set.of());
	}

}
