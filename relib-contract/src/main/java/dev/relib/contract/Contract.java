// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The traits that a module exports and imports.
 *
 * @param traits the traits; no two of the same direction and name
 */
public record Contract(List<Trait> traits) {

	/** The first line of every canonical text, with the version of the format. */
	public static final String HEADER = "relib-contract 1";

	public Contract {
		traits = List.copyOf(traits);
	}

	/**
	 * Reads a canonical text.
	 * @param text the text
	 * @return the contract
	 * @throws ContractSyntaxException if a line does not follow the syntax, repeats a
	 * name, or uses a type that no line above defines
	 */
	public static Contract parse(String text) {
		return new ContractParser(text).parse();
	}

	/**
	 * Finds a trait.
	 * @param direction the side that implements it
	 * @param name the interface's simple name
	 * @return the trait, if the contract has it
	 */
	public Optional<Trait> trait(Direction direction, String name) {
		return traits(direction).stream().filter((trait) -> trait.name().equals(name)).findFirst();
	}

	/**
	 * Lists the traits that one side implements.
	 * @param direction the side
	 * @return the traits, in the contract's order
	 */
	public List<Trait> traits(Direction direction) {
		return this.traits.stream().filter((trait) -> trait.direction() == direction).toList();
	}

	/**
	 * Lists the functions that one side implements.
	 * @param direction the side
	 * @return a line for each, for example {@code Greeter.greet(name: str) -> str}
	 */
	public List<String> functions(Direction direction) {
		return traits(direction).stream()
			.flatMap((trait) -> trait.functions().stream())
			.map((function) -> function.trait() + "." + function.text())
			.toList();
	}

	/**
	 * Writes the canonical text.
	 * @return {@link #HEADER} and the lines of all traits
	 */
	public String text() {
		return this.traits.stream().map(Trait::text).collect(Collectors.joining("", HEADER + "\n", ""));
	}

}
