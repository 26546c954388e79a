// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

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

}
