// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the canonical text of a contract, line by line.
 */
final class ContractParser {

	static final String NAME = "[A-Za-z_$][A-Za-z0-9_$]*";

	private static final Pattern TRAIT = Pattern.compile("(exports|imports) (" + NAME + ")");

	private static final Pattern FUNCTION = Pattern
		.compile("  (" + NAME + ")\\(([^()]*)\\) -> (\\S+)(?: throws (" + NAME + "))?");

	private final List<Trait> traits = new ArrayList<>();

	private final List<FunctionSignature> functions = new ArrayList<>();

	/** Sets, since the text of a hostile library may have very many names. */
	private final Set<String> traitNames = new HashSet<>();

	private final Set<String> functionNames = new HashSet<>();

	private final String[] lines;

	private final TypeParser types = new TypeParser();

	private @Nullable Direction direction;

	private String trait = "";

	ContractParser(String text) {
		this.lines = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1);
	}

	Contract parse() {
		if (!this.lines[0].equals(Contract.HEADER)) {
			throw new ContractSyntaxException(1, this.lines[0], '"' + Contract.HEADER + '"');
		}
		for (int line = 1; line < this.lines.length; line++) {
			try {
				read(this.lines[line]);
			}
			catch (Unexpected ex) {
				throw new ContractSyntaxException(line + 1, this.lines[line], ex.expected());
			}
		}
		finishTrait();
		return new Contract(this.traits);
	}

	private void read(String line) {
		Matcher function = FUNCTION.matcher(line);
		if (this.direction != null && function.matches()) {
			this.functions.add(function(function));
		}
		else if (this.types.read(line)) {
			finishTrait();
		}
		else {
			startTrait(line);
		}
	}

	private void startTrait(String line) {
		Matcher matcher = TRAIT.matcher(line);
		if (!matcher.matches()) {
			throw new Unexpected("\"exports Trait\", \"imports Trait\", \"  function(name: type, …) -> type\", "
					+ "\"enum Type { CONSTANT, … }\" or \"record Type { name: type, … }\"");
		}
		finishTrait();
		Direction direction = matcher.group(1).equals(Direction.EXPORTS.text()) ? Direction.EXPORTS : Direction.IMPORTS;
		this.trait = matcher.group(2);
		if (!this.traitNames.add(matcher.group())) {
			throw new Unexpected("traits with different names");
		}
		this.direction = direction;
	}

	private void finishTrait() {
		if (this.direction != null) {
			this.traits.add(new Trait(this.direction, this.trait, this.functions));
			this.functions.clear();
			this.functionNames.clear();
			this.direction = null;
		}
	}

	private FunctionSignature function(Matcher matcher) {
		String name = matcher.group(1);
		if (!this.functionNames.add(name)) {
			throw new Unexpected("functions with different names");
		}
		List<Parameter> parameters = this.types.fields(matcher.group(2), Parameter::new);
		return new FunctionSignature(this.trait, name, parameters, this.types.type(matcher.group(3)),
				Optional.ofNullable(matcher.group(4)).map(this.types::record));
	}

	/**
	 * A line breaks the rules of the format.
	 */
	static final class Unexpected extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String expected;

		Unexpected(String expected) {
			super(expected, null, false, false);
			this.expected = expected;
		}

		String expected() {
			return this.expected;
		}

	}

}
