package dev.relib.values;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes values of every type that can cross, one in four of them at an edge.
 */
final class RandomValues {

	private static final String[] TEXTS = { "", "\0", "?", "\uFFFD", "Grüße, 世界 🦀", "\uD83E\uDD80\uD83E\uDD80", "a\0b",
			"\u007F\u0080\u07FF\u0800\uFFFF\uD800\uDC00\uDBFF\uDFFF" };

	private final Random random;

	RandomValues(long seed) {
		this.random = new Random(seed);
	}

	Object of(Type type) {
		if (type instanceof ParameterizedType list) {
			return IntStream.range(0, length(5)).mapToObj((i) -> of(list.getActualTypeArguments()[0])).toList();
		}
		Class<?> known = (Class<?>) type;
		if (known.isArray()) {
			return array(known.getComponentType());
		}
		if (known.isEnum()) {
			return known.getEnumConstants()[this.random.nextInt(known.getEnumConstants().length)];
		}
		if (known.isRecord()) {
			return record(known);
		}
		return (known == String.class) ? text() : (known == ByteBuffer.class) ? buffer() : number(known);
	}

	private int length(int most) {
		return this.random.nextInt(4) == 0 ? 0 : this.random.nextInt(most);
	}

	private Object array(Class<?> component) {
		Object array = Array.newInstance(component, length(100));
		for (int i = 0; i < Array.getLength(array); i++) {
			Array.set(array, i, number(component));
		}
		return array;
	}

	private Object record(Class<?> type) {
		try {
			RecordComponent[] components = type.getRecordComponents();
			Constructor<?> constructor = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return constructor
				.newInstance(Arrays.stream(components).map((component) -> of(component.getGenericType())).toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String text() {
		return edge() ? TEXTS[this.random.nextInt(TEXTS.length)]
				: this.random.ints(length(60), 0, 0x110000)
					.filter((point) -> point < 0xD800 || point > 0xDFFF)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString();
	}

	private ByteBuffer buffer() {
		byte[] bytes = (byte[]) array(byte.class);
		ByteBuffer whole = this.random.nextBoolean() ? ByteBuffer.allocateDirect(bytes.length + 7)
				: ByteBuffer.allocate(bytes.length + 7);
		whole.position(3).put(bytes).flip().position(3);
		ByteBuffer sliced = this.random.nextBoolean() ? whole.slice() : whole;
		return this.random.nextBoolean() ? sliced.asReadOnlyBuffer() : sliced;
	}

	private Object number(Class<?> type) {
		if (type == boolean.class) {
			return this.random.nextBoolean();
		}
		if (type == float.class) {
			return edge() ? pick(0f, -0f, Float.NaN, Float.MIN_VALUE, Float.MAX_VALUE, Float.NEGATIVE_INFINITY)
					: (Object) ((float) this.random.nextGaussian());
		}
		if (type == double.class) {
			return edge() ? pick(0d, -0d, Double.NaN, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY)
					: (Object) this.random.nextGaussian();
		}
		long bits = edge() ? (Long) pick(0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE, 0x80008000_80808080L)
				: this.random.nextLong();
		if (type == byte.class) {
			return (byte) bits;
		}
		if (type == short.class) {
			return (short) bits;
		}
		return (type == int.class) ? (Object) (int) bits : (Object) bits;
	}

	private boolean edge() {
		return this.random.nextInt(4) == 0;
	}

	private Object pick(Object... values) {
		return values[this.random.nextInt(values.length)];
	}

}
