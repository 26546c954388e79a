// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Java type in an interface. {@link ValueTypeReader} sees loaded types and types that
 * are being compiled through this interface.
 */
public interface JavaType {

	/**
	 * Returns the canonical name, without type arguments and annotations.
	 * @return for example {@code int}, {@code byte[]} or {@code java.util.List}
	 */
	String name();

	/**
	 * Returns the simple name, which a record or enum has in contracts.
	 * @return the simple name
	 */
	String simpleName();

	/**
	 * Lists the type arguments that the interface gives the type.
	 * @return the arguments, wildcards and type variables included; empty if there are
	 * none
	 */
	List<JavaType> arguments();

	/**
	 * Tells whether the type is annotated as nullable, by itself or by the parameter,
	 * method or component that has the type.
	 * @return {@code true} for an annotation {@code @Nullable} of any package
	 */
	default boolean isNullable() {
		return isAnnotated("Nullable");
	}

	/**
	 * Tells whether the type is annotated, by itself or by the parameter, method or
	 * component that has the type.
	 * @param annotation the annotation's simple name
	 * @return {@code true} for an annotation of this name of any package
	 */
	boolean isAnnotated(String annotation);

	/**
	 * Tells whether the declaration of a record has type parameters.
	 * @return {@code true} for {@code record Pair<T>(T a, T b)}
	 */
	boolean isGeneric();

	/**
	 * Lists the components of a record.
	 * @return the components in their order, or empty if the type is not a record
	 */
	Optional<List<Component>> components();

	/**
	 * Lists the constants of an enum.
	 * @return their names in order, or empty if the type is not an enum
	 */
	Optional<List<String>> constants();

	/**
	 * Describes the type in messages.
	 * @return for example {@code java.util.List<java.lang.String>}
	 */
	default String description() {
		return arguments().isEmpty() ? name()
				: arguments().stream().map(JavaType::description).collect(Collectors.joining(", ", name() + "<", ">"));
	}

	/**
	 * A component of a record.
	 *
	 * @param name its name in Java
	 * @param type its type
	 */
	record Component(String name, JavaType type) {

	}

}
