// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.relib.benchmarks.contract.Order;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * JavaCPP, with memory that each thread keeps.
 */
public final class JavaCppPeer extends Peer {

	private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

	private final JavaCppCalls.Next next;

	private final JavaCppCalls.Next again;

	/**
	 * Compiles what JavaCPP writes.
	 */
	public JavaCppPeer() {
		JavaCppBuild.run();
		this.next = new JavaCppCalls.Next() {
			@Override
			public int call(int value) {
				return value + 1;
			}
		};
		this.again = new JavaCppCalls.Next() {
			@Override
			public int call(int value) {
				return add(value, 1);
			}
		};
	}

	@Override
	public int rawAdd(int a, int b) {
		BytePointer success = success();
		int sum = JavaCppCalls.rawAdd(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public int add(int a, int b) {
		BytePointer success = success();
		int sum = JavaCppCalls.add(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		BytePointer success = success();
		double sum = JavaCppCalls.mix(success, a, b, c, d, e, f);
		check(success);
		return sum;
	}

	@Override
	public String copyText(String text) {
		JavaCppCalls.Words words = SCRATCH.get().words(text.getBytes(StandardCharsets.UTF_8));
		BytePointer success = success();
		JavaCppCalls.Words copy = JavaCppCalls.copyText(success, words);
		check(success);
		String copied = new String(bytes(copy), StandardCharsets.UTF_8);
		JavaCppCalls.freeText(copy);
		return copied;
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		JavaCppCalls.Words words = SCRATCH.get().words(bytes);
		BytePointer success = success();
		JavaCppCalls.Words copy = JavaCppCalls.copyBytes(success, words);
		check(success);
		byte[] copied = bytes(copy);
		JavaCppCalls.freeBytes(copy);
		return copied;
	}

	@Override
	public Order price(Order order) {
		Scratch scratch = SCRATCH.get();
		OrderMemory.ofThread().write(order);
		BytePointer success = success();
		Pointer priced = JavaCppCalls.price(success, scratch.order);
		check(success);
		ByteBuffer header = buffer(priced, OrderMemory.HEADER);
		int lines = (int) header.getLong(OrderMemory.LENGTH);
		Pointer first = new At(header.getLong(OrderMemory.LINES));
		Order read = OrderMemory.read(header, buffer(first, lines * OrderMemory.LINE), lines);
		JavaCppCalls.freePriced(priced);
		return read;
	}

	@Override
	public int callBack(int times) {
		return JavaCppCalls.callBack(this.next, times);
	}

	@Override
	public int nest(int value) {
		return JavaCppCalls.nest(this.again, value);
	}

	@Override
	public long allocate(int times) {
		return JavaCppCalls.allocate(times);
	}

	private static BytePointer success() {
		BytePointer success = SCRATCH.get().success;
		success.put(0, (byte) 0);
		return success;
	}

	private static void check(BytePointer success) {
		if (success.get(0) != 1) {
			throw new IllegalStateException("panic");
		}
	}

	private static byte[] bytes(JavaCppCalls.Words words) {
		byte[] bytes = new byte[(int) words.len()];
		new BytePointer(words.ptr()).get(bytes);
		return bytes;
	}

	private static ByteBuffer buffer(Pointer pointer, int length) {
		return new BytePointer(pointer).capacity(length).asByteBuffer().order(ByteOrder.nativeOrder());
	}

	/** A pointer to an address. */
	private static final class At extends Pointer {

		At(long address) {
			this.address = address;
		}

	}

	/** Memory that a thread keeps. */
	private static final class Scratch {

		private final BytePointer success = new BytePointer(8);

		private final BytePointer bytes = new BytePointer(128 * 1024);

		private final JavaCppCalls.Words words = new JavaCppCalls.Words();

		private final Pointer order = new At(OrderMemory.ofThread().address());

		JavaCppCalls.Words words(byte[] from) {
			this.bytes.position(0).put(from, 0, from.length);
			this.words.ptr(this.bytes);
			this.words.len(from.length);
			return this.words;
		}

	}

}
