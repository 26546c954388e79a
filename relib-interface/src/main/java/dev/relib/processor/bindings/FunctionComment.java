// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.bindings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.processor.reader.Documentation;

/**
 * Writes the parts of a function's comment that all languages share: the documentation of
 * its values, and the rules that hold for all functions.
 */
public final class FunctionComment {

	private FunctionComment() {
	}

	/**
	 * Describes arguments, result and exceptions as the interface documents them.
	 * @param function the function
	 * @param names the names of its parameters in the language, in order
	 * @param documentation the documentation of its method
	 * @param parameter the format of the words before the description of a parameter
	 * @param result the words before the description of the result
	 * @param separator the text before the result and before each exception
	 * @return lines of text, empty if nothing is documented
	 */
	public static String values(FunctionSignature function, List<String> names, Documentation documentation,
			String parameter, String result, String separator) {
		Stream<String> parameters = IntStream.range(0, names.size())
			.mapToObj((i) -> described(parameter.formatted(names.get(i)),
					documentation.parameter(function.parameters().get(i).name())));
		Stream<String> others = Stream.concat(Stream.of(described(separator + result, documentation.returns())),
				documentation.exceptions().stream().map((exception) -> described(separator + "Throws ", exception)));
		return Stream.concat(parameters, others)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"))
			.strip();
	}

	private static String described(String begin, String text) {
		return text.isEmpty() ? "" : begin + (begin.endsWith(": ") ? text.replace("\n", "\n  ") : text);
	}

	/**
	 * States which side implements a function, and how long its arguments are valid.
	 * @param direction the direction of the function's trait
	 * @param function the function
	 * @return one or two sentences
	 */
	public static String implementer(Direction direction, FunctionSignature function) {
		String rule = (direction == Direction.EXPORTS) ? "Implemented by the module." : "Implemented by the host.";
		return ContractTypes.borrowsArguments(function)
				? rule + " What arguments point to is lent for the time of the call." : rule;
	}

	/**
	 * Tells whether a function has a parameter that is a record.
	 * @param function the function
	 * @return {@code true} if at least one argument is a record
	 */
	public static boolean takesRecords(FunctionSignature function) {
		return function.parameters().stream().anyMatch((parameter) -> parameter.type() instanceof RecordType);
	}

	/**
	 * Tells whether a function returns a value.
	 * @param function the function
	 * @return {@code false} if the method returns {@code void}
	 */
	public static boolean returnsValue(FunctionSignature function) {
		return function.returns() != Scalar.UNIT;
	}

}
