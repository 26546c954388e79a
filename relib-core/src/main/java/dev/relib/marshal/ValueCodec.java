package dev.relib.marshal;

import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

/**
 * How the values of one type lie in native memory, and what they are in Java. A value is
 * written in two steps: the first checks it and counts what it takes, so that nothing can
 * go wrong in the second.
 */
abstract class ValueCodec {

	/** How many bytes a value takes where it stands. */
	abstract int size();

	abstract int alignment();

	/**
	 * Takes a value apart.
	 * @param space counts what the value takes outside of where it stands
	 * @return what {@link #write} takes
	 * @throws MarshallingException if it can not cross
	 */
	abstract Object prepare(@Nullable Object value, SizeCounter space);

	/**
	 * Writes a value.
	 * @param at where in the block it stands
	 */
	abstract void write(Object prepared, NativeBlock block, int at);

	/**
	 * Reads a value that a module has written.
	 * @param at where in the memory it stands
	 * @throws MarshallingException if it is none of the type
	 */
	abstract Object read(ByteBuffer memory, int at);

	static <T> T require(Class<T> type, @Nullable Object value) {
		if (value == null) {
			throw new MarshallingException("is null");
		}
		if (!type.isInstance(value)) {
			throw new MarshallingException("is a " + value.getClass().getName() + ", no " + type.getName());
		}
		return type.cast(value);
	}

}
