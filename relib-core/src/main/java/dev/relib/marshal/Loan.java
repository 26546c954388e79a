// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.relib.os.CHeap;
import dev.relib.os.LentMemory;
import org.jspecify.annotations.Nullable;

/**
 * What one call lends to a function: memory and callbacks, for as long as the call lasts.
 * An array is lent once, however often it is an argument.
 */
final class Loan implements AutoCloseable {

	private static final long[] NONE = {};

	/** As many as {@link #count} says; most calls need none of what follows. */
	private long[] blocks = NONE;

	private int count;

	private Map<Object, Lent> lent = Map.of();

	/** For each array that the function may change, a copy of the memory. */
	private Map<Lent, Long> before = Map.of();

	private List<CallbackStub> callbacks = List.of();

	private final PlainCallbacks library;

	private @Nullable Throwable failure;

	private boolean closed;

	Loan(PlainCallbacks library) {
		this.library = library;
	}

	/** The callbacks of the library that is called. */
	PlainCallbacks library() {
		return this.library;
	}

	/** Memory of undefined content. */
	long allocate(long size) {
		return add(CHeap.allocate(size));
	}

	long allocateZeros(long size) {
		return add(CHeap.allocateZeros(size));
	}

	private long add(long block) {
		if (this.count == this.blocks.length) {
			this.blocks = Arrays.copyOf(this.blocks, 2 * this.count + 2);
		}
		this.blocks[this.count++] = block;
		return block;
	}

	/**
	 * Lends an array.
	 * @param constant whether the function only reads it here
	 * @param lender writes it into memory
	 * @return the address of its memory
	 */
	long lend(Object array, boolean constant, Supplier<Lent> lender) {
		if (this.lent.isEmpty()) {
			this.lent = new IdentityHashMap<>(4);
			this.before = new IdentityHashMap<>(4);
		}
		Lent memory = this.lent.get(array);
		if (memory == null) {
			memory = lender.get();
			add(memory.address());
			this.lent.put(array, memory);
		}
		if (!constant && !this.before.containsKey(memory)) {
			long copy = allocate(memory.size());
			LentMemory.copy(memory.address(), copy, memory.size());
			this.before.put(memory, copy);
		}
		return memory.address();
	}

	/** Lends a callback. */
	long lend(CallbackStub stub) {
		if (this.callbacks.isEmpty()) {
			this.callbacks = new ArrayList<>(2);
		}
		this.callbacks.add(stub);
		return stub.address();
	}

	/**
	 * Brings arrays up to date that the function has changed.
	 * @return why one of them is not; {@code null} if all are
	 */
	@Nullable MarshallingException copyBack() {
		MarshallingException first = null;
		for (Map.Entry<Lent, Long> changed : this.before.entrySet()) {
			try {
				changed.getKey().copyBack(changed.getValue());
			}
			catch (MarshallingException ex) {
				first = (first != null) ? first : ex;
			}
		}
		return first;
	}

	/**
	 * Keeps the exception of a callback. The first one is thrown, later ones are
	 * suppressed by it.
	 * @return {@code false} if the call has ended, so that nobody gets the exception
	 */
	synchronized boolean fail(Throwable thrown) {
		if (this.closed) {
			return false;
		}
		if (this.failure == null) {
			this.failure = thrown;
		}
		else if (this.failure != thrown) {
			this.failure.addSuppressed(thrown);
		}
		return true;
	}

	/** Throws the exception of a callback, if one has failed. */
	synchronized void throwFailure() {
		if (this.failure != null) {
			Loan.<RuntimeException>sneak(this.failure);
		}
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

	/** Takes everything back. */
	@Override
	public void close() {
		this.callbacks.forEach(CallbackStub::end);
		synchronized (this) {
			this.closed = true;
		}
		for (int i = 0; i < this.count; i++) {
			CHeap.free(this.blocks[i]);
		}
	}

}
