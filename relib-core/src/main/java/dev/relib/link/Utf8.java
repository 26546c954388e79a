package dev.relib.link;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import dev.relib.contract.FunctionSignature;

/**
 * Text as it crosses: strict in both directions, so that no character is replaced in
 * silence.
 */
public final class Utf8 {

	private Utf8() {
	}

	/**
	 * Encodes text.
	 * @param function the function whose value it is
	 * @param value which value it is
	 * @param text the text
	 * @return its bytes
	 * @throws InvalidValueException if it holds half a surrogate pair
	 */
	public static byte[] encode(FunctionSignature function, String value, String text) {
		try {
			ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
			byte[] exact = new byte[bytes.remaining()];
			bytes.get(exact);
			return exact;
		}
		catch (CharacterCodingException ex) {
			throw new InvalidValueException(function, value,
					"holds half a surrogate pair, which UTF-8 can not express");
		}
	}

	/**
	 * Decodes text.
	 * @param function the function whose value it is
	 * @param value which value it is
	 * @param bytes its bytes
	 * @return the text
	 * @throws InvalidValueException if the bytes are not UTF-8
	 */
	public static String decode(FunctionSignature function, String value, byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new InvalidValueException(function, value, "is not UTF-8 (" + bytes.length + " bytes)");
		}
	}

}
