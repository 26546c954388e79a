package dev.relib.processor;

import java.util.function.UnaryOperator;

import dev.relib.contract.ArrayType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * How a value type looks in Rust.
 *
 * @param argument the type of an argument
 * @param result the type of a return, and of components
 */
record RustType(String argument, String result) {

	/**
	 * The type inside of the trait's module.
	 * @param type the type
	 * @return its names there
	 */
	static RustType of(ValueType type) {
		return of(type, UnaryOperator.identity());
	}

	/**
	 * The type where any names may be in scope.
	 * @param type the type
	 * @param module what leads to the trait's module, for example {@code $module}
	 * @return its names there
	 */
	static RustType outside(ValueType type, String module) {
		return of(type, (name) -> switch (name) {
			case "String" -> "::std::string::String";
			case "Vec" -> "::std::vec::Vec";
			default -> module + "::" + name;
		});
	}

	private static RustType of(ValueType type, UnaryOperator<String> path) {
		if (type instanceof Scalar scalar) {
			return itself(scalar == Scalar.UNIT ? "()" : scalar.text());
		}
		if (type instanceof RecordType composed) {
			String name = path.apply(RustNames.of(composed));
			return new RustType("&" + name, name);
		}
		if (type instanceof NamedType constants) {
			return itself(path.apply(RustNames.of(constants)));
		}
		if (type instanceof ListType list) {
			return elements(of(list.element(), path).result(), path);
		}
		if (type instanceof ArrayType array) {
			return elements(array.element().text(), path);
		}
		return (type == Sequence.BYTES) ? elements("u8", path) : new RustType("&str", path.apply("String"));
	}

	private static RustType itself(String name) {
		return new RustType(name, name);
	}

	private static RustType elements(String element, UnaryOperator<String> path) {
		return new RustType("&[" + element + "]", path.apply("Vec") + "<" + element + ">");
	}

}
