// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.benchmarks.contract.Order;

/**
 * JNA's mapping of an interface.
 */
public final class JnaInterfacePeer extends Peer {

	private static final Map<String, Object> OPTIONS = Map.of(Library.OPTION_OPEN_FLAGS, 2);

	private final Functions functions = Native.load(Libraries.module().toString(), Functions.class, OPTIONS);

	private final RawFunctions raw = Native.load(Libraries.raw().toString(), RawFunctions.class, OPTIONS);

	private final Next next = (value) -> value + 1;

	private final Next again = (value) -> add(value, 1);

	@Override
	public int rawAdd(int a, int b) {
		Pointer success = success();
		int sum = this.raw.raw_add(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public int add(int a, int b) {
		Pointer success = success();
		int sum = this.functions.__relib__Work_add(success, a, b);
		check(success);
		return sum;
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		Pointer success = success();
		double sum = this.functions.__relib__Work_mix(success, a, b, c, d, e, f);
		check(success);
		return sum;
	}

	@Override
	public String copyText(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		Pointer success = success();
		Pointer copy = this.functions.__relib__Work_copy_text(success, JnaMemory.words(bytes));
		check(success);
		byte[] copied = JnaMemory.bytes(copy);
		this.functions.__post__relib__Work_copy_text(copy);
		return new String(copied, StandardCharsets.UTF_8);
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		Pointer success = success();
		Pointer copy = this.functions.__relib__Work_copy_bytes(success, JnaMemory.words(bytes));
		check(success);
		byte[] copied = JnaMemory.bytes(copy);
		this.functions.__post__relib__Work_copy_bytes(copy);
		return copied;
	}

	@Override
	public Order price(Order order) {
		Pointer success = success();
		Pointer priced = this.functions.__relib__Work_price(success, OrderMemory.ofThread().write(order));
		check(success);
		Order read = JnaMemory.order(priced);
		this.functions.__post__relib__Work_price(priced);
		return read;
	}

	@Override
	public int callBack(int times) {
		return this.raw.raw_call_back(this.next, times);
	}

	@Override
	public int nest(int value) {
		return this.raw.raw_nest(this.again, value);
	}

	@Override
	public long allocate(int times) {
		return this.raw.raw_allocate(times);
	}

	static Pointer success() {
		Pointer success = JnaMemory.ofThread();
		success.setByte(0, (byte) 0);
		return success;
	}

	static void check(Pointer success) {
		if (success.getByte(0) != 1) {
			throw new IllegalStateException("panic");
		}
	}

	/**
	 * The functions of the module.
	 */
	public interface Functions extends Library {

		/** The export. */
		int __relib__Work_add(Pointer success, int a, int b);

		/** The export. */
		double __relib__Work_mix(Pointer success, int a, long b, double c, float d, short e, byte f);

		/** The export. */
		Pointer __relib__Work_copy_text(Pointer success, JnaMemory.Words text);

		/** Frees what the export returns. */
		void __post__relib__Work_copy_text(Pointer copy);

		/** The export. */
		Pointer __relib__Work_copy_bytes(Pointer success, JnaMemory.Words bytes);

		/** Frees what the export returns. */
		void __post__relib__Work_copy_bytes(Pointer copy);

		/** The export. */
		Pointer __relib__Work_price(Pointer success, long order);

		/** Frees what the export returns. */
		void __post__relib__Work_price(Pointer priced);

	}

	/**
	 * The functions without the kit.
	 */
	public interface RawFunctions extends Library {

		/** Adds. */
		int raw_add(Pointer success, int a, int b);

		/** Calls back. */
		int raw_call_back(Next next, int times);

		/** Calls back once. */
		int raw_nest(Next next, int value);

		/** Allocates and frees. */
		long raw_allocate(int times);

	}

	/**
	 * What is called back.
	 */
	public interface Next extends Callback {

		/** Returns the number after another. */
		int call(int value);

	}

}
