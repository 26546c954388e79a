// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.relib.RelibExports;
import dev.relib.RelibImports;
import dev.relib.failure.InvalidContractException;

/**
 * A loaded Java interface, read as a trait, with the method behind each function.
 *
 * @param type the interface
 * @param trait the trait that it declares
 * @param methods the function of each abstract method, in the order of the trait; those
 * of a plain library have a name only
 * @param plain whether it is read as functions of a plain library
 */
public record ContractInterface(Class<?> type, Trait trait, Map<Method, FunctionSignature> methods, boolean plain) {

	public ContractInterface {
		methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
	}

	/**
	 * Reads an interface.
	 * @param type an interface with {@link RelibExports} or {@link RelibImports}
	 * @return the interface as a trait
	 * @throws InvalidContractException if the type is not an interface with exactly one
	 * of the annotations, if a method cannot be a function, or if it is declared for a
	 * plain library
	 */
	public static ContractInterface of(Class<?> type) {
		Direction direction = direction(type);
		if (isPlain(type)) {
			throw new InvalidContractException(type.getName(), "is declared for a plain library, which the module is "
					+ "not; set the module's kind to plain, or take plain out of @RelibExports");
		}
		MethodReader reader = new MethodReader(type, direction);
		Map<Method, FunctionSignature> methods = new LinkedHashMap<>();
		Map<String, Method> names = new LinkedHashMap<>();
		Arrays.stream(type.getMethods())
			.filter((method) -> Modifier.isAbstract(method.getModifiers()))
			.sorted(Comparator.comparing(MethodReader::nativeName))
			.forEach((method) -> {
				FunctionSignature function = reader.read(method);
				if (names.putIfAbsent(function.name(), method) != null) {
					throw reader.sameName(method);
				}
				methods.put(method, function);
			});
		Trait trait = new Trait(direction, type.getSimpleName(), List.copyOf(methods.values()));
		return new ContractInterface(type, trait, methods, false);
	}

	/**
	 * Reads an interface as functions of a plain library, whether or not it is declared
	 * so. The types of its methods are left to the marshaller.
	 * @param type an interface with {@link RelibExports}
	 * @return the interface, whose functions have the names of symbols
	 * @throws InvalidContractException if the type is no interface with
	 * {@link RelibExports}, or if a symbol's name is none
	 */
	public static ContractInterface ofPlain(Class<?> type) {
		Direction direction = direction(type);
		Map<Method, FunctionSignature> methods = new LinkedHashMap<>();
		Arrays.stream(type.getMethods())
			.filter((method) -> Modifier.isAbstract(method.getModifiers()))
			.sorted(Comparator.comparing(MethodReader::nativeName).thenComparing(Method::toString))
			.forEach((method) -> methods.put(method, MethodReader.plain(type, method)));
		Trait trait = new Trait(direction, type.getSimpleName(), List.copyOf(methods.values()));
		return new ContractInterface(type, trait, methods, true);
	}

	/**
	 * Tells whether an interface is declared for a plain library.
	 * @param type a type
	 * @return {@code true} if its annotation says so
	 */
	public static boolean isPlain(Class<?> type) {
		RelibExports exports = type.getAnnotation(RelibExports.class);
		return exports != null && exports.plain();
	}

	/**
	 * Lists the functions with their Java types.
	 * @return one for each method, in the order of the trait
	 */
	public List<JavaFunction> functions() {
		return this.methods.entrySet()
			.stream()
			.map((entry) -> this.plain ? JavaFunction.ofPlain(entry.getKey(), entry.getValue())
					: JavaFunction.of(entry.getKey(), entry.getValue()))
			.toList();
	}

	/**
	 * Checks that a side implements the interface.
	 * @param direction the side
	 * @throws InvalidContractException if the other side implements it
	 */
	public void require(Direction direction) {
		if (this.trait.direction() != direction) {
			throw new InvalidContractException(this.type.getName(),
					"has " + annotation(this.trait.direction()) + " where " + annotation(direction) + " is required");
		}
	}

	private static String annotation(Direction direction) {
		return (direction == Direction.EXPORTS) ? "@RelibExports" : "@RelibImports";
	}

	private static Direction direction(Class<?> type) {
		boolean exports = has(type, RelibExports.class);
		boolean imports = has(type, RelibImports.class);
		if (!type.isInterface() || exports == imports) {
			throw new InvalidContractException(type.getName(),
					"must be an interface with either @RelibExports or @RelibImports");
		}
		return exports ? Direction.EXPORTS : Direction.IMPORTS;
	}

	private static boolean has(Class<?> type, Class<? extends Annotation> annotation) {
		return type.isAnnotationPresent(annotation);
	}

}
