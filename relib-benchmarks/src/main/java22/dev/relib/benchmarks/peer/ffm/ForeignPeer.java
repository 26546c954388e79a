// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.peer.OrderMemory;
import dev.relib.benchmarks.peer.Peer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

/**
 * The JDK's foreign functions, written by hand: static final handles of known functions,
 * memory that each thread keeps.
 */
public final class ForeignPeer extends Peer {

	private static final Linker LINKER = Linker.nativeLinker();

	private static final SymbolLookup MODULE = SymbolLookup.libraryLookup(Libraries.module(), Arena.global());

	private static final SymbolLookup RAW = SymbolLookup.libraryLookup(Libraries.raw(), Arena.global());

	private static final MemoryLayout WORDS = MemoryLayout.structLayout(ADDRESS, JAVA_LONG);

	private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

	private static final MethodHandle RAW_ADD = handle(RAW, "raw_add",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT));

	private static final MethodHandle ADD = handle(MODULE, "__relib__Work_add",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT));

	private static final MethodHandle MIX = handle(MODULE, "__relib__Work_mix", FunctionDescriptor.of(JAVA_DOUBLE,
			JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_DOUBLE, JAVA_FLOAT, JAVA_SHORT, JAVA_BYTE));

	private static final MethodHandle COPY_TEXT = handle(MODULE, "__relib__Work_copy_text",
			FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, WORDS));

	private static final MethodHandle FREE_TEXT = handle(MODULE, "__post__relib__Work_copy_text",
			FunctionDescriptor.ofVoid(JAVA_LONG));

	private static final MethodHandle COPY_BYTES = handle(MODULE, "__relib__Work_copy_bytes",
			FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, WORDS));

	private static final MethodHandle FREE_BYTES = handle(MODULE, "__post__relib__Work_copy_bytes",
			FunctionDescriptor.ofVoid(JAVA_LONG));

	private static final MethodHandle PRICE = handle(MODULE, "__relib__Work_price",
			FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG));

	private static final MethodHandle FREE_PRICED = handle(MODULE, "__post__relib__Work_price",
			FunctionDescriptor.ofVoid(JAVA_LONG));

	private static final MethodHandle CALL_BACK = handle(RAW, "raw_call_back",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT));

	private static final MethodHandle NEST = handle(RAW, "raw_nest",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT));

	private static final MethodHandle ALLOCATE = handle(RAW, "raw_allocate",
			FunctionDescriptor.of(JAVA_LONG, JAVA_INT));

	private static final long NEXT = upcall("next");

	private static final long AGAIN = upcall("again");

	private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

	private static MethodHandle handle(SymbolLookup library, String function, FunctionDescriptor descriptor) {
		return LINKER.downcallHandle(library.find(function).orElseThrow(), descriptor);
	}

	private static long upcall(String method) {
		try {
			MethodHandle target = MethodHandles.lookup()
				.findStatic(ForeignPeer.class, method, MethodType.methodType(int.class, int.class));
			return LINKER.upcallStub(target, FunctionDescriptor.of(JAVA_INT, JAVA_INT), Arena.global()).address();
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	static int next(int value) {
		return value + 1;
	}

	static int again(int value) {
		Scratch scratch = SCRATCH.get();
		return add(scratch, value, 1);
	}

	private static int add(Scratch scratch, int a, int b) {
		try {
			scratch.reset();
			int sum = (int) ADD.invokeExact(scratch.address, a, b);
			scratch.check();
			return sum;
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public int rawAdd(int a, int b) {
		Scratch scratch = SCRATCH.get();
		try {
			scratch.reset();
			int sum = (int) RAW_ADD.invokeExact(scratch.address, a, b);
			scratch.check();
			return sum;
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public int add(int a, int b) {
		return add(SCRATCH.get(), a, b);
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		Scratch scratch = SCRATCH.get();
		try {
			scratch.reset();
			double sum = (double) MIX.invokeExact(scratch.address, a, b, c, d, e, f);
			scratch.check();
			return sum;
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public String copyText(String text) {
		Scratch scratch = SCRATCH.get();
		try {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			MemorySegment words = scratch.words(bytes);
			scratch.reset();
			long copy = (long) COPY_TEXT.invokeExact(scratch.address, words);
			scratch.check();
			byte[] copied = bytes(copy);
			FREE_TEXT.invokeExact(copy);
			return new String(copied, StandardCharsets.UTF_8);
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		Scratch scratch = SCRATCH.get();
		try {
			MemorySegment words = scratch.words(bytes);
			scratch.reset();
			long copy = (long) COPY_BYTES.invokeExact(scratch.address, words);
			scratch.check();
			byte[] copied = bytes(copy);
			FREE_BYTES.invokeExact(copy);
			return copied;
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	private static byte[] bytes(long words) {
		byte[] copied = new byte[(int) ALL.get(JAVA_LONG, words + 8)];
		MemorySegment.copy(ALL, JAVA_BYTE, ALL.get(JAVA_LONG, words), copied, 0, copied.length);
		return copied;
	}

	@Override
	public Order price(Order order) {
		Scratch scratch = SCRATCH.get();
		try {
			long written = OrderMemory.ofThread().write(order);
			scratch.reset();
			long priced = (long) PRICE.invokeExact(scratch.address, written);
			scratch.check();
			int lines = (int) ALL.get(JAVA_LONG, priced + OrderMemory.LENGTH);
			Order read = OrderMemory.read(
					ALL.asSlice(priced, OrderMemory.HEADER).asByteBuffer().order(ByteOrder.nativeOrder()),
					ALL.asSlice(ALL.get(JAVA_LONG, priced + OrderMemory.LINES), (long) lines * OrderMemory.LINE)
						.asByteBuffer()
						.order(ByteOrder.nativeOrder()),
					lines);
			FREE_PRICED.invokeExact(priced);
			return read;
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public int callBack(int times) {
		try {
			return (int) CALL_BACK.invokeExact(NEXT, times);
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public int nest(int value) {
		try {
			return (int) NEST.invokeExact(AGAIN, value);
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	@Override
	public long allocate(int times) {
		try {
			return (long) ALLOCATE.invokeExact(times);
		}
		catch (Throwable ex) {
			throw unexpected(ex);
		}
	}

	private static RuntimeException unexpected(Throwable thrown) {
		return new IllegalStateException(thrown);
	}

	/**
	 * Memory that a thread keeps: the outcome, two words, and bytes.
	 */
	private static final class Scratch {

		private final MemorySegment memory = Arena.ofAuto().allocate(128 * 1024, 64);

		private final long address = this.memory.address();

		private final MemorySegment words = this.memory.asSlice(16, 16);

		private final MemorySegment bytes = this.memory.asSlice(32);

		void reset() {
			this.memory.set(JAVA_BYTE, 0, (byte) 0);
		}

		void check() {
			if (this.memory.get(JAVA_BYTE, 0) != 1) {
				throw new IllegalStateException("panic");
			}
		}

		MemorySegment words(byte[] from) {
			MemorySegment.copy(from, 0, this.bytes, JAVA_BYTE, 0, from.length);
			this.words.set(JAVA_LONG, 0, this.bytes.address());
			this.words.set(JAVA_LONG, 8, from.length);
			return this.words;
		}

	}

}
