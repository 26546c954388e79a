// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.ValueType;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.bindings.ContractTypes;
import dev.relib.processor.reader.CompiledInterface;
import dev.relib.processor.reader.Problems;

/**
 * The global names that the bindings of one compilation declare. All interfaces share
 * them, since one module may include the headers of several. An incremental compilation
 * sees the names of the interfaces that it compiles again, and of no others.
 */
final class GlobalNames {

	private final Map<String, Owner> owners = new HashMap<>();

	/**
	 * Claims the names of an interface, and reports those that another interface has
	 * claimed for another thing.
	 * @param type the interface
	 * @param languages the languages of the bindings
	 * @param problems receives the clashes
	 */
	void claim(CompiledInterface type, List<Bindings> languages, Problems problems) {
		ContractTypes.usedBy(type.documented().trait()).forEach((used) -> {
			Owner owner = new Owner(problems.typeName(), used.text(), description(used));
			claim(languages.stream().flatMap((language) -> language.globalNames(used)), owner)
				.ifPresent((name) -> problems.ofType(clash(name, " for " + owner.description())));
		});
		type.methods().forEach((function, method) -> {
			Owner owner = new Owner(problems.typeName(), function.qualifiedName(), "its method " + function.name());
			claim(languages.stream().flatMap((language) -> language.globalNames(function)), owner)
				.ifPresent((name) -> problems.ofMethod(method, clash(name, "")));
		});
	}

	private static String description(ValueType type) {
		return (type instanceof ListType list) ? "a list of " + description(list.element())
				: (type instanceof NamedType named) ? named.definition() : type.text();
	}

	/**
	 * Claims names, and returns the first one that belongs to another thing. Several
	 * interfaces may use types of one name: the generated headers check that the types
	 * are equal where a module includes more than one.
	 */
	private Optional<String> claim(Stream<String> names, Owner owner) {
		return names.filter((name) -> !this.owners.computeIfAbsent(name, (free) -> owner).thing().equals(owner.thing()))
			.findFirst();
	}

	private String clash(String name, String purpose) {
		Owner first = this.owners.get(name);
		return "would declare " + name + purpose + ", but " + first.type() + " declares it for " + first.description()
				+ "; rename one";
	}

	/**
	 * The first thing with a name.
	 *
	 * @param type the interface that uses or declares the thing
	 * @param thing identifies the thing
	 * @param description describes the thing in messages
	 */
	private record Owner(String type, String thing, String description) {

	}

}
