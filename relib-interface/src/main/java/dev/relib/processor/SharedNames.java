package dev.relib.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.ExecutableElement;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;

/**
 * The names that the bindings of all interfaces of one compilation share, since a module
 * may include several of them. A compilation of changed files only sees those of these.
 */
final class SharedNames {

	private final Map<String, Owner> owners = new HashMap<>();

	/**
	 * Reports the names of an interface that another one has for something else.
	 * @param trait the interface's trait
	 * @param methods its functions and where they come from
	 * @param languages the languages of the bindings
	 * @param problems where to report
	 */
	void claim(Trait trait, Map<FunctionSignature, ExecutableElement> methods, List<Bindings> languages,
			Problems problems) {
		UsedTypes.of(trait).forEach((type) -> {
			Owner owner = new Owner(problems.typeName(), type.text(), meaning(type));
			languages.stream()
				.flatMap((language) -> language.sharedNames(type))
				.flatMap((name) -> claim(name, owner).stream())
				.findFirst()
				.ifPresent((other) -> problems.ofType("uses " + meaning(type) + ", for which " + other));
		});
		methods.forEach((function, method) -> {
			Owner owner = new Owner(problems.typeName(), function.qualifiedName(), "its method " + function.name());
			languages.stream()
				.flatMap((language) -> language.sharedNames(function))
				.flatMap((name) -> claim(name, owner).stream())
				.findFirst()
				.ifPresent((other) -> problems.ofMethod(method, "is a function for which " + other));
		});
	}

	private static String meaning(ValueType type) {
		return (type instanceof ListType list) ? "a list of " + meaning(list.element())
				: (type instanceof NamedType named) ? named.line() : type.text();
	}

	/**
	 * Types of one name may be used by several interfaces. Whether they are the same, a
	 * module that includes both headers is told by them.
	 */
	private Optional<String> claim(String name, Owner owner) {
		Owner first = this.owners.putIfAbsent(name, owner);
		boolean free = first == null || first.thing().equals(owner.thing());
		return free ? Optional.empty() : Optional
			.of(name + " would be declared, as it is by " + first.type() + " for " + first.meaning() + "; rename one");
	}

	/**
	 * What has a name.
	 *
	 * @param type the interface that came first
	 * @param thing what the name is for
	 * @param meaning the same for people
	 */
	private record Owner(String type, String thing, String meaning) {

	}

}
