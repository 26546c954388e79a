// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Java values as bytes, as C has them, with the lengths of sequences.
 */
final class Encoding {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	static byte[] of(Object... values) {
		Encoding encoding = new Encoding();
		for (Object value : values) {
			encoding.add(value);
		}
		return encoding.bytes.toByteArray();
	}

	/** The hash that C makes of the same values. */
	static long hash(byte[] encoded) {
		long hash = 0xcbf29ce484222325L;
		for (byte each : encoded) {
			hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
		}
		return hash;
	}

	private void add(Object value) {
		if (value instanceof Boolean truth) {
			number(truth ? 1 : 0, Byte.BYTES);
		}
		else if (value instanceof Number number) {
			add(number);
		}
		else if (value instanceof Enum<?> constant) {
			number(constant.ordinal(), Integer.BYTES);
		}
		else if (value instanceof Record record) {
			add(record);
		}
		else {
			addSequence(value);
		}
	}

	private void add(Number value) {
		if (value instanceof Float number) {
			number(Float.floatToRawIntBits(number), Float.BYTES);
		}
		else if (value instanceof Double number) {
			number(Double.doubleToRawLongBits(number), Double.BYTES);
		}
		else if (value instanceof BigInteger number) {
			number(number.longValue(), Long.BYTES);
			number(number.shiftRight(Long.SIZE).longValue(), Long.BYTES);
		}
		else {
			number(value.longValue(), (value instanceof Byte) ? Byte.BYTES
					: (value instanceof Short) ? Short.BYTES : (value instanceof Integer) ? Integer.BYTES : Long.BYTES);
		}
	}

	private void number(long bits, int size) {
		for (int i = 0; i < size; i++) {
			this.bytes.write((int) (bits >>> (Byte.SIZE * i)));
		}
	}

	private void add(Record record) {
		try {
			for (RecordComponent component : record.getClass().getRecordComponents()) {
				add(component.getAccessor().invoke(record));
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void addSequence(Object value) {
		if (value instanceof String text) {
			addSequence(text.getBytes(StandardCharsets.UTF_8));
		}
		else if (value instanceof ByteBuffer buffer) {
			byte[] copy = new byte[buffer.remaining()];
			buffer.duplicate().get(copy);
			addSequence(copy);
		}
		else if (value instanceof List<?> list) {
			addSequence(list.toArray());
		}
		else {
			number(Array.getLength(value), Long.BYTES);
			for (int i = 0; i < Array.getLength(value); i++) {
				add(Array.get(value, i));
			}
		}
	}

}
