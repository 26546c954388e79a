package dev.relib.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the canonical text of a contract, line by line.
 */
final class ContractParser {

	private static final String NAME = "[A-Za-z_$][A-Za-z0-9_$]*";

	private static final Pattern TRAIT = Pattern.compile("(exports|imports) (" + NAME + ")");

	private static final Pattern FUNCTION = Pattern.compile("  (" + NAME + ")\\(([^()]*)\\) -> (\\S+)");

	private static final Pattern PARAMETER = Pattern.compile("(" + NAME + "): (\\S+)");

	private static final Map<String, ValueType> TYPES = types();

	private final List<Trait> traits = new ArrayList<>();

	private final List<FunctionSignature> functions = new ArrayList<>();

	/** What may not come again: texts of hostile libraries have very many. */
	private final Set<String> traitNames = new HashSet<>();

	private final Set<String> functionNames = new HashSet<>();

	private final String[] lines;

	private @Nullable Direction direction;

	private String trait = "";

	ContractParser(String text) {
		this.lines = (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1);
	}

	private static Map<String, ValueType> types() {
		Map<String, ValueType> types = new HashMap<>();
		for (Scalar scalar : Scalar.values()) {
			types.put(scalar.text(), scalar);
		}
		for (Sequence sequence : Sequence.values()) {
			types.put(sequence.text(), sequence);
		}
		return Map.copyOf(types);
	}

	Contract parse() {
		if (!this.lines[0].equals(Contract.HEADER)) {
			throw wrong(0, '"' + Contract.HEADER + '"');
		}
		for (int line = 1; line < this.lines.length; line++) {
			Matcher function = FUNCTION.matcher(this.lines[line]);
			if (this.direction != null && function.matches()) {
				this.functions.add(function(line, function));
			}
			else {
				startTrait(line);
			}
		}
		finishTrait();
		return new Contract(this.traits);
	}

	private void startTrait(int line) {
		Matcher matcher = TRAIT.matcher(this.lines[line]);
		if (!matcher.matches()) {
			throw wrong(line, "\"exports Trait\", \"imports Trait\" or \"  function(name: type, …) -> type\"");
		}
		finishTrait();
		this.direction = matcher.group(1).equals(Direction.EXPORTS.text()) ? Direction.EXPORTS : Direction.IMPORTS;
		this.trait = matcher.group(2);
		if (!this.traitNames.add(matcher.group())) {
			throw wrong(line, "each trait once");
		}
	}

	private void finishTrait() {
		if (this.direction != null) {
			this.traits.add(new Trait(this.direction, this.trait, this.functions));
			this.functions.clear();
			this.functionNames.clear();
		}
	}

	private FunctionSignature function(int line, Matcher matcher) {
		String name = matcher.group(1);
		if (!this.functionNames.add(name)) {
			throw wrong(line, "each function once");
		}
		List<Parameter> parameters = new ArrayList<>();
		if (!matcher.group(2).isEmpty()) {
			for (String text : matcher.group(2).split(", ", -1)) {
				Matcher parameter = PARAMETER.matcher(text);
				if (!parameter.matches()) {
					throw wrong(line, "parameters of the form \"name: type\"");
				}
				parameters.add(new Parameter(parameter.group(1), type(line, parameter.group(2))));
			}
		}
		return new FunctionSignature(this.trait, name, parameters, type(line, matcher.group(3)));
	}

	private ValueType type(int line, String text) {
		ValueType type = TYPES.get(text);
		if (type == null) {
			throw wrong(line, "a type this host knows instead of \"" + text + '"');
		}
		return type;
	}

	private ContractSyntaxException wrong(int line, String expected) {
		return new ContractSyntaxException(line + 1, this.lines[line], expected);
	}

}
