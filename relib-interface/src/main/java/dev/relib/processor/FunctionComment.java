package dev.relib.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;

/**
 * What is said about a function in every language: what the interface says about its
 * values, and what holds for all functions.
 */
final class FunctionComment {

	private FunctionComment() {
	}

	/**
	 * What the interface says about arguments, result and failures.
	 * @param function the function
	 * @param names what its parameters are called
	 * @param documentation what the interface says
	 * @param parameter how the description of a parameter begins, for a name
	 * @param result how the description of the result begins
	 * @param between what separates the result and each failure from what is before
	 * @return lines of text, empty if it says nothing
	 */
	static String values(FunctionSignature function, List<String> names, Documentation documentation, String parameter,
			String result, String between) {
		Stream<String> parameters = IntStream.range(0, names.size())
			.mapToObj((i) -> described(parameter.formatted(names.get(i)),
					documentation.parameter(function.parameters().get(i).name())));
		Stream<String> others = Stream.concat(Stream.of(described(between + result, documentation.returns())),
				documentation.failures().stream().map((failure) -> described(between + "Throws ", failure)));
		return Stream.concat(parameters, others)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"))
			.strip();
	}

	private static String described(String begin, String text) {
		return text.isEmpty() ? "" : begin + (begin.endsWith(": ") ? text.replace("\n", "\n  ") : text);
	}

	/**
	 * Who implements a function, and whose memory arguments are.
	 * @param direction who
	 * @param function the function
	 * @return one or two sentences
	 */
	static String parties(Direction direction, FunctionSignature function) {
		String rules = (direction == Direction.EXPORTS) ? "Implemented by the module." : "Implemented by the host.";
		return UsedTypes.lends(function) ? rules + " What arguments point to is lent for the time of the call." : rules;
	}

	static boolean takesRecords(FunctionSignature function) {
		return function.parameters().stream().anyMatch((parameter) -> parameter.type() instanceof RecordType);
	}

	static boolean returnsSomething(FunctionSignature function) {
		return function.returns() != Scalar.UNIT;
	}

}
