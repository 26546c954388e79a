// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The functions of one interface.
 *
 * @param direction the side that implements it
 * @param name the interface's simple name
 * @param functions its functions, sorted by name as in the canonical text
 */
public record Trait(Direction direction, String name, List<FunctionSignature> functions) {

	private static final int FINGERPRINT_BYTES = 8;

	public Trait {
		functions = functions.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
	}

	/**
	 * Finds a function.
	 * @param function its name in snake case
	 * @return the function, if the trait has it
	 */
	public Optional<FunctionSignature> function(String function) {
		return this.functions.stream().filter((candidate) -> candidate.name().equals(function)).findFirst();
	}

	/**
	 * Lists the records and enums that the functions use.
	 * @return each type once, after the types that it uses, otherwise in order of first
	 * use
	 */
	public List<NamedType> namedTypes() {
		return this.functions.stream().flatMap((function) -> function.namedTypes().stream()).distinct().toList();
	}

	/**
	 * Writes the trait's lines of the canonical text.
	 * @return a line for each record and enum, the line {@code exports ImageFilter}, and
	 * a line for each function, each with a line feed
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		namedTypes().forEach((type) -> text.append(type.definition()).append('\n'));
		text.append(this.direction.text()).append(' ').append(this.name).append('\n');
		this.functions.forEach((function) -> text.append("  ").append(function.text()).append('\n'));
		return text.toString();
	}

	/**
	 * Tells traits apart whose functions have other names or types.
	 * @return the same digits for all traits that differ in names of parameters only
	 */
	public String fingerprint() {
		StringBuilder text = new StringBuilder(this.direction.text());
		namedTypes().forEach((type) -> text.append('\n').append(type.definition()));
		this.functions.forEach((function) -> {
			text.append('\n').append(function.name());
			function.parameters().forEach((parameter) -> text.append(' ').append(parameter.type().text()));
			text.append(" -> ").append(function.returns().text());
			function.error().ifPresent((error) -> text.append(" throws ").append(error.name()));
		});
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(text.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("each JDK has SHA-256", ex);
		}
	}

}
