// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.Contract;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.Trait;
import dev.relib.failure.UnlistedContractException;
import dev.relib.image.LibraryImage;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.LifecycleFunction;

/**
 * Compares the functions and slots in a library's file with the contract that its author
 * has put together. Bindings that the contract leaves out are in the file and are never
 * bound.
 */
final class ListedFunctions {

	private static final String PREFIX = "__relib__";

	private final ModuleSource source;

	private final LibraryImage image;

	private final Contract contract;

	/** The language of the module, which says how its author lists an interface. */
	private final Optional<String> language;

	ListedFunctions(ModuleSource source, LibraryImage image, Contract contract, Optional<String> language) {
		this.source = source;
		this.image = image;
		this.contract = contract;
		this.language = language;
	}

	/**
	 * Requires that the contract lists each slot, and the interface of each function.
	 * @throws UnlistedContractException naming the first that it leaves out
	 */
	void require() {
		refuse(Direction.IMPORTS, this.image.relibSlots().stream().filter((name) -> !lists(name)));
		refuse(Direction.EXPORTS,
				this.image.relibFunctions()
					.stream()
					.filter((name) -> !isLifecycle(name) && !lists(name))
					.filter((name) -> listed(Direction.EXPORTS, name).isEmpty()));
	}

	/**
	 * Requires that the contract lists those functions of an interface that are in the
	 * file.
	 * @throws UnlistedContractException naming the first that it leaves out
	 */
	void requireExports(Trait host) {
		refuse(Direction.EXPORTS,
				host.functions()
					.stream()
					.filter((function) -> this.image.hasFunction(function.symbol()))
					.map((function) -> function.symbol().substring(PREFIX.length()))
					.filter((name) -> !lists(name)));
	}

	private static boolean isLifecycle(String name) {
		return Stream.of(LifecycleFunction.values()).anyMatch((function) -> function.symbol().equals(PREFIX + name));
	}

	private boolean lists(String name) {
		return this.contract.traits()
			.stream()
			.flatMap((trait) -> trait.functions().stream())
			.map(FunctionSignature::symbol)
			.anyMatch((PREFIX + name)::equals);
	}

	/** Finds the listed interface that a function or slot is of. */
	private Optional<Trait> listed(Direction direction, String name) {
		return this.contract.traits(direction)
			.stream()
			.filter((trait) -> name.startsWith(trait.name() + "_"))
			.findFirst();
	}

	private void refuse(Direction direction, Stream<String> names) {
		names.findFirst().ifPresent((name) -> {
			throw unlisted(direction, name, (direction == Direction.IMPORTS) ? "slot" : "function");
		});
	}

	private UnlistedContractException unlisted(Direction direction, String name, String kind) {
		Optional<Trait> stale = listed(direction, name);
		if (stale.isPresent()) {
			return new UnlistedContractException(this.source, stale.get().name(),
					"it has the " + kind + " " + PREFIX + name + ", and the contract in it lists " + stale.get().name()
							+ " without that function",
					"Compile all its sources again with the same bindings of " + stale.get().name() + ".");
		}
		String trait = name.substring(0, Math.max(1, name.indexOf('_', 1)));
		return new UnlistedContractException(this.source, trait,
				"it has the " + kind + " " + PREFIX + name + ", and the contract in it does not list " + trait,
				fix(direction, trait));
	}

	private String fix(Direction direction, String trait) {
		String list = (direction == Direction.IMPORTS) ? "imports" : "exports";
		return this.language.filter("rust"::equals).isPresent()
				? "Add " + SnakeCase.of(trait) + " to \"" + list + " { … }\" of relib_spring_module::module!."
				: "Add RELIB_CONTRACT_" + SnakeCase.of(trait).toUpperCase(Locale.ROOT) + " to RELIB_MODULE.";
	}

}
