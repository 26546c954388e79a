package dev.relib.marshal;

import java.util.Arrays;

import dev.relib.contract.FunctionSignature;
import dev.relib.failure.InvalidValueException;

/**
 * Text as C has it: UTF-8 that ends with NUL.
 */
public final class TerminatedText {

	private TerminatedText() {
	}

	/**
	 * Encodes text.
	 * @param function the function whose value it is
	 * @param value which value it is
	 * @param text the text
	 * @return its bytes, NUL at the end
	 * @throws InvalidValueException if it can not be expressed
	 */
	public static byte[] encode(FunctionSignature function, String value, String text) {
		try {
			if (text.indexOf('\0') >= 0) {
				throw new MarshallingException("holds the character NUL, which ends text in C");
			}
			byte[] bytes = Utf8.encode(text);
			return Arrays.copyOf(bytes, bytes.length + 1);
		}
		catch (MarshallingException ex) {
			throw ex.of(function, value);
		}
	}

	/**
	 * Decodes text.
	 * @param function the function whose value it is
	 * @param value which value it is
	 * @param bytes its bytes, without NUL
	 * @return the text
	 * @throws InvalidValueException if the bytes are not UTF-8
	 */
	public static String decode(FunctionSignature function, String value, byte[] bytes) {
		try {
			return Utf8.decode(bytes);
		}
		catch (MarshallingException ex) {
			throw ex.of(function, value);
		}
	}

}
