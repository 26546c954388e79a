// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A text, bytes or an array.
 */
record SequenceKind(String java, String parameter, String returned, String copied,
		Function<Random, Object> make) implements Kind {

	private static final int MAX_LENGTH = 20;

	static final List<Kind> ALL = List.of(
			new SequenceKind("String", "relib_str", "relib_string", "relib_string_copy(%1$s)", SequenceKind::text),
			new SequenceKind("byte[]", "relib_bytes", "relib_buffer", "relib_buffer_of(%1$s.ptr, %1$s.len)",
					SequenceKind::bytes),
			new SequenceKind("ByteBuffer", "relib_bytes", "relib_buffer", "relib_buffer_of(%1$s.ptr, %1$s.len)",
					SequenceKind::buffer),
			array("short", "i16", (random) -> (short) random.nextInt()), array("int", "i32", Random::nextInt),
			array("long", "i64", Random::nextLong), array("float", "f32", (random) -> (float) random.nextGaussian()),
			array("double", "f64", Random::nextGaussian));

	private static SequenceKind array(String java, String c, Function<Random, Object> element) {
		return new SequenceKind(java + "[]", "relib_" + c + "_slice", "relib_" + c + "_array",
				"relib_" + c + "_array_of(%1$s.ptr, %1$s.len)", (random) -> {
					Object first = element.apply(random);
					Object array = Array.newInstance(unboxed(first), random.nextInt(MAX_LENGTH));
					for (int i = 0; i < Array.getLength(array); i++) {
						Array.set(array, i, element.apply(random));
					}
					return array;
				});
	}

	private static Class<?> unboxed(Object number) {
		return MethodType.methodType(number.getClass()).unwrap().returnType();
	}

	static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(MAX_LENGTH);
		for (int i = 0; i < length; i++) {
			text.appendCodePoint(random.nextInt(4) == 0 ? 0x1f600 + random.nextInt(50) : 1 + random.nextInt(0x7ff));
		}
		return text.toString();
	}

	private static byte[] bytes(Random random) {
		byte[] bytes = new byte[random.nextInt(MAX_LENGTH)];
		random.nextBytes(bytes);
		return bytes;
	}

	private static ByteBuffer buffer(Random random) {
		ByteBuffer heap = ByteBuffer.wrap(bytes(random));
		return random.nextBoolean() ? heap : ByteBuffer.allocateDirect(heap.remaining()).put(heap).flip();
	}

	@Override
	public String copy(String parameter) {
		return this.copied.formatted(parameter);
	}

	@Override
	public String hash(String value) {
		return "mix(&%1$s.len, sizeof(size_t)); mix(%1$s.ptr, %1$s.len * sizeof(*%1$s.ptr));".formatted(value);
	}

	@Override
	public Object random(Random random, ClassLoader loader) {
		return this.make.apply(random);
	}

	@Override
	public boolean nests() {
		return !this.java.equals("ByteBuffer");
	}

	@Override
	public String optional() {
		return "Optional<" + this.java + ">";
	}

}
