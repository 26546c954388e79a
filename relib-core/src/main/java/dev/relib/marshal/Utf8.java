// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as it crosses: strict in both directions, so that no character is replaced in
 * silence. The JDK's fast ways do replace; what they have made is looked at.
 */
final class Utf8 {

	private static final char UNREADABLE = '\uFFFD';

	private Utf8() {
	}

	/**
	 * Encodes text.
	 * @throws MarshallingException if it holds half a surrogate pair
	 */
	static byte[] encode(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		for (byte unit : bytes) {
			if (unit == '?') {
				requirePairs(text);
				break;
			}
		}
		return bytes;
	}

	private static void requirePairs(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (Character.isSurrogate(text.charAt(i))) {
				if (Character.charCount(text.codePointAt(i)) == 1) {
					throw new MarshallingException("holds half a surrogate pair, which UTF-8 can not express");
				}
				i++;
			}
		}
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
