package dev.relib.contract;

import java.util.List;
import java.util.Optional;

/**
 * The functions of one interface.
 *
 * @param direction which side implements it
 * @param name the interface's simple name
 * @param functions its functions; their order is that of the canonical text, by name
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
	 * The types with a line of their own that the functions use.
	 * @return each once, dependencies before their users, otherwise in order of first use
	 */
	public List<NamedType> named() {
		return this.functions.stream().flatMap((function) -> function.named().stream()).distinct().toList();
	}

	/**
	 * The trait's lines in the canonical text of a contract, each with a line feed.
	 * @return a line for each type, {@code exports ImageFilter} and a line for each
	 * function
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		named().forEach((type) -> text.append(type.line()).append('\n'));
		text.append(this.direction.text()).append(' ').append(this.name).append('\n');
		this.functions.forEach((function) -> text.append("  ").append(function.text()).append('\n'));
		return text.toString();
	}

}
