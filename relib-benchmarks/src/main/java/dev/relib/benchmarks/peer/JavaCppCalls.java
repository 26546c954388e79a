// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FunctionPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.annotation.ByVal;
import org.bytedeco.javacpp.annotation.Cast;
import org.bytedeco.javacpp.annotation.Name;
import org.bytedeco.javacpp.annotation.Platform;

/**
 * What JavaCPP reads, and writes C++ for.
 */
@Platform(include = "javacpp.h")
public final class JavaCppCalls {

	static {
		Loader.load(JavaCppCalls.class);
	}

	private JavaCppCalls() {
	}

	@Name("raw_add")
	static native int rawAdd(@Cast("uint8_t*") BytePointer success, int a, int b);

	@Name("raw_call_back")
	static native int callBack(Next next, int times);

	@Name("raw_nest")
	static native int nest(Next next, int value);

	@Name("raw_allocate")
	static native @Cast("int64_t") long allocate(int times);

	@Name("__relib__Work_add")
	static native int add(@Cast("uint8_t*") BytePointer success, int a, int b);

	@Name("__relib__Work_mix")
	static native double mix(@Cast("uint8_t*") BytePointer success, int a, @Cast("int64_t") long b, double c, float d,
			short e, byte f);

	@Name("__relib__Work_copy_text")
	static native Words copyText(@Cast("uint8_t*") BytePointer success, @ByVal Words text);

	@Name("__post__relib__Work_copy_text")
	static native void freeText(Pointer copy);

	@Name("__relib__Work_copy_bytes")
	static native Words copyBytes(@Cast("uint8_t*") BytePointer success, @ByVal Words bytes);

	@Name("__post__relib__Work_copy_bytes")
	static native void freeBytes(Pointer copy);

	@Name("__relib__Work_price")
	static native Pointer price(@Cast("uint8_t*") BytePointer success, @Cast("const void*") Pointer order);

	@Name("__post__relib__Work_price")
	static native void freePriced(Pointer priced);

	/**
	 * A pointer and a length.
	 */
	@Name("words")
	public static class Words extends Pointer {

		/** Allocates it. */
		public Words() {
			allocate();
		}

		/**
		 * Wraps it.
		 * @param pointer where it is
		 */
		public Words(Pointer pointer) {
			super(pointer);
		}

		private native void allocate();

		native @Cast("void*") Pointer ptr();

		native Words ptr(Pointer pointer);

		native @Cast("size_t") long len();

		native Words len(long length);

	}

	/**
	 * What is called back.
	 */
	public static class Next extends FunctionPointer {

		static {
			Loader.load(JavaCppCalls.class);
		}

		/** Has native code call it. */
		protected Next() {
			allocate();
		}

		private native void allocate();

		/**
		 * Answers.
		 * @param value a number
		 * @return another
		 */
		public native int call(int value);

	}

}
