// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.function.UnaryOperator;

import dev.relib.contract.ArrayType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * The forms of a value type in Rust.
 *
 * @param argument the type of an argument
 * @param result the type of a result or field
 */
record RustType(String argument, String result) {

	/**
	 * Returns the forms of a type inside of the trait's module.
	 * @param type the type
	 * @return the forms with simple names
	 */
	static RustType of(ValueType type) {
		return of(type, UnaryOperator.identity());
	}

	/**
	 * Returns the forms of a type outside of the trait's module, where other things may
	 * have the simple names.
	 * @param type the type
	 * @param module the path of the trait's module, for example {@code $module}
	 * @return the forms with qualified names
	 */
	static RustType qualified(ValueType type, String module) {
		return of(type, (name) -> switch (name) {
			case "String" -> "::std::string::String";
			case "Vec" -> "::std::vec::Vec";
			default -> module + "::" + name;
		});
	}

	private static RustType of(ValueType type, UnaryOperator<String> path) {
		if (type instanceof Scalar scalar) {
			return sameForms(scalar == Scalar.UNIT ? "()" : scalar.text());
		}
		if (type instanceof RecordType composed) {
			String name = path.apply(RustNames.of(composed));
			return new RustType("&" + name, name);
		}
		if (type instanceof NamedType enumeration) {
			return sameForms(path.apply(RustNames.of(enumeration)));
		}
		if (type instanceof ListType list) {
			return slice(of(list.element(), path).result(), path);
		}
		if (type instanceof ArrayType array) {
			return slice(array.element().text(), path);
		}
		return (type == Sequence.BYTES) ? slice("u8", path) : new RustType("&str", path.apply("String"));
	}

	private static RustType sameForms(String name) {
		return new RustType(name, name);
	}

	private static RustType slice(String element, UnaryOperator<String> path) {
		return new RustType("&[" + element + "]", path.apply("Vec") + "<" + element + ">");
	}

}
