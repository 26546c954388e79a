// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as it crosses: strict in both directions, so that no character is replaced in
 * silence. The JDK's fast ways do replace; what they have made is looked at.
 */
final class Utf8 {

	private static final char UNREADABLE = '\uFFFD';

	/** What the JDK writes for half a pair. */
	private static final char REPLACEMENT = '?';

	private static final long EACH_BYTE = 0x0101010101010101L;

	private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private Utf8() {
	}

	/**
	 * Encodes text.
	 * @throws MarshallingException if it holds half a surrogate pair
	 */
	static byte[] encode(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		boolean byteForEach = bytes.length == text.length();
		for (int i = replaced(bytes, 0); i < bytes.length; i = replaced(bytes, i + 1)) {
			if (!byteForEach) {
				requirePairs(text);
				break;
			}
			if (text.charAt(i) != REPLACEMENT) {
				throw half();
			}
		}
		return bytes;
	}

	/**
	 * Finds the next byte that may stand for half a pair, or the end. A long text takes
	 * longer to look at than to encode, unless eight bytes are looked at together.
	 */
	private static int replaced(byte[] bytes, int from) {
		int at = from;
		for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
			long differing = (long) WORDS.get(bytes, at) ^ REPLACEMENT * EACH_BYTE;
			long equal = (differing - EACH_BYTE) & ~differing & EACH_BYTE << (Byte.SIZE - 1);
			if (equal != 0) {
				return at + Long.numberOfTrailingZeros(equal) / Byte.SIZE;
			}
		}
		while (at < bytes.length && bytes[at] != REPLACEMENT) {
			at++;
		}
		return at;
	}

	private static void requirePairs(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (Character.charCount(text.codePointAt(i)) == 1) {
					throw half();
				}
				i++;
			}
		}
	}

	private static MarshallingException half() {
		return new MarshallingException("holds half a surrogate pair, which UTF-8 can not express");
	}

	/**
	 * Decodes text.
	 * @throws MarshallingException if the bytes are not UTF-8
	 */
	static String decode(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		if (text.indexOf(UNREADABLE) < 0) {
			return text;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MarshallingException("is not UTF-8 (" + bytes.length + " bytes)");
		}
	}

}
