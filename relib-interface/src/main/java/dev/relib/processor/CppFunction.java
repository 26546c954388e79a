package dev.relib.processor;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * How a function looks in C++: what the module's author sees of it, and how it crosses.
 */
final class CppFunction {

	private final FunctionSignature function;

	private final List<String> names;

	private final String namespace;

	private final String name;

	CppFunction(Trait trait, FunctionSignature function) {
		this.function = function;
		this.names = CNames.parameters(function);
		this.namespace = CppNames.namespace(trait);
		this.name = CppNames.of(trait, function);
	}

	CppType returns() {
		return CppType.of(this.function.returns());
	}

	String qualifiedName() {
		return this.namespace + "::" + this.name;
	}

	/**
	 * The function that the author writes or calls.
	 * @param name its name, with or without namespace
	 * @return its declaration, without semicolon
	 */
	String prototype(String name) {
		return returns().result() + " " + name + "(" + parameters(CppType::argument) + ")";
	}

	/**
	 * The function that the author writes or calls, inside of its namespace.
	 * @return its declaration, without semicolon
	 */
	String prototype() {
		return prototype(this.name);
	}

	/**
	 * The parameters as the other side passes or takes them.
	 * @return the parameters, the success flag first
	 */
	String crossing() {
		return "std::uint8_t *relib_success" + (this.names.isEmpty() ? "" : ", " + parameters(CppFunction::crossing));
	}

	/**
	 * The call of the author's function with what has crossed.
	 * @return an expression
	 */
	String call() {
		return qualifiedName() + "("
				+ arguments((i) -> type(i).isSequence()
						? type(i).argument() + "(" + this.names.get(i) + ".ptr, " + this.names.get(i) + ".len)"
						: this.names.get(i))
				+ ")";
	}

	/**
	 * The call of the host's function with what is to cross.
	 * @return an expression
	 */
	String callCrossing() {
		return this.function.symbol() + "(&relib_success" + (this.names.isEmpty() ? "" : ", ")
				+ arguments((i) -> type(i).isSequence()
						? crossing(type(i)) + "{" + this.names.get(i) + ".data(), " + this.names.get(i) + ".size()}"
						: this.names.get(i))
				+ ")";
	}

	private static String crossing(CppType type) {
		return type.isSequence() ? type.c().argument() : type.argument();
	}

	private CppType type(int i) {
		return CppType.of(this.function.parameters().get(i).type());
	}

	private String parameters(Function<CppType, String> type) {
		return arguments((i) -> type.apply(type(i)) + " " + this.names.get(i));
	}

	private String arguments(IntFunction<String> argument) {
		return IntStream.range(0, this.names.size()).mapToObj(argument).collect(Collectors.joining(", "));
	}

}
