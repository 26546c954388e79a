// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.relib.os.LentMemory;

/**
 * Writes and reads the texts of one thread, strict in both directions. Texts of usual
 * size leave no garbage: the JDK's fastest way is through arrays, which are kept.
 */
public final class TextCoder {

	/** Longer texts are left to the JDK, which makes an array for each. */
	private static final int KEPT = 16 * 1024;

	private static final int FIRST = 256;

	private static final char UNREADABLE = '\uFFFD';

	private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();

	private CharBuffer characters = CharBuffer.allocate(FIRST);

	private ByteBuffer units = ByteBuffer.allocate(FIRST);

	private byte[] encoded = this.units.array();

	/**
	 * Creates a coder, which one thread uses.
	 */
	public TextCoder() {
	}

	/**
	 * Encodes a text as UTF-8.
	 * @param text the text
	 * @return how many bytes it takes in {@link #copyTo}
	 * @throws IllegalArgumentException if it holds half a surrogate pair
	 */
	public int encode(String text) {
		int length = text.length();
		if (length > KEPT) {
			return encodeLong(text);
		}
		reserve(length);
		text.getChars(0, length, this.characters.array(), 0);
		this.characters.clear().limit(length);
		this.units.clear();
		this.encoder.reset();
		CoderResult result = this.encoder.encode(this.characters, this.units, true);
		if (result.isOverflow()) {
			return encodeLonger(text);
		}
		if (result.isError()) {
			throw new IllegalArgumentException();
		}
		this.encoded = this.units.array();
		return this.units.position();
	}

	private void reserve(int length) {
		if (this.characters.capacity() < length) {
			this.characters = CharBuffer.allocate(enough(length));
		}
		if (this.units.capacity() < length) {
			this.units = ByteBuffer.allocate(enough(length));
		}
	}

	private static int enough(int length) {
		return Integer.highestOneBit(length - 1) << 1;
	}

	private int encodeLonger(String text) {
		if (this.units.capacity() == KEPT) {
			return encodeLong(text);
		}
		this.units = ByteBuffer.allocate(Math.min(KEPT, 4 * this.units.capacity()));
		return encode(text);
	}

	private int encodeLong(String text) {
		try {
			this.encoded = Utf8.encode(text);
			return this.encoded.length;
		}
		catch (MarshallingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * Copies what was encoded last.
	 * @param address where it goes
	 * @param length how many bytes it takes
	 */
	public void copyTo(long address, int length) {
		LentMemory.write(address, this.encoded, 0, length);
		this.encoded = this.units.array();
	}

	/**
	 * Reads a text.
	 * @param address where it is
	 * @param length how many bytes it takes
	 * @return the text
	 * @throws IllegalArgumentException if it is not UTF-8
	 */
	public String decode(long address, int length) {
		byte[] bytes = (length > KEPT) ? new byte[length] : decoded(length);
		LentMemory.read(address, bytes, 0, length);
		String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
		return (text.indexOf(UNREADABLE) < 0) ? text : decodeStrictly(bytes, length);
	}

	private byte[] decoded(int length) {
		if (this.units.capacity() < length) {
			this.units = ByteBuffer.allocate(enough(length));
			this.encoded = this.units.array();
		}
		return this.units.array();
	}

	private static String decodeStrictly(byte[] bytes, int length) {
		try {
			return Utf8.decode(Arrays.copyOf(bytes, length));
		}
		catch (MarshallingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
