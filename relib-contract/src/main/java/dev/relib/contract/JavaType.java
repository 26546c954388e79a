package dev.relib.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a contract asks about a Java type, be it loaded or being compiled.
 */
public interface JavaType {

	/**
	 * The type's canonical name, without type arguments and annotations.
	 * @return for example {@code int}, {@code byte[]} or {@code java.util.List}
	 */
	String name();

	/**
	 * The name by which a contract calls a record or enum.
	 * @return its simple name
	 */
	String simpleName();

	/**
	 * The type arguments at this place.
	 * @return the arguments, also if they are wildcards or type variables; empty if there
	 * are none
	 */
	List<JavaType> arguments();

	/**
	 * Whether an annotation of any package that is called {@code Nullable} stands at this
	 * place, on the type or on what it is the type of.
	 * @return {@code true} for {@code @Nullable String}
	 */
	boolean isNullable();

	/**
	 * Whether the declaration of a record has type parameters.
	 * @return {@code true} for {@code record Pair<T>(T a, T b)}
	 */
	boolean isGeneric();

	/**
	 * The components of a record.
	 * @return its components, in order; empty if the type is no record
	 */
	Optional<List<Component>> components();

	/**
	 * The constants of an enum.
	 * @return their names, in order; empty if the type is no enum
	 */
	Optional<List<String>> constants();

	/**
	 * The type as it is shown to people.
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
