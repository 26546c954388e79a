// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.relib.contract.Trait;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.reader.CompiledInterface;
import dev.relib.processor.reader.Problems;

/**
 * Checks that each chosen language can express the names of an interface.
 */
final class NameCheck {

	private final List<Bindings> languages;

	private final Problems problems;

	NameCheck(List<Bindings> languages, Problems problems) {
		this.languages = languages;
		this.problems = problems;
	}

	/**
	 * Reports names as problems: at most one of the trait and its types, or else at most
	 * one of each function.
	 */
	void check(CompiledInterface type) {
		Trait trait = type.documented().trait();
		first((language) -> language.nameProblem(trait)).ifPresentOrElse(this.problems::ofType,
				() -> type.methods()
					.forEach((function, method) -> first((language) -> language.nameProblem(function))
						.ifPresent((problem) -> this.problems.ofMethod(method, problem))));
	}

	private Optional<String> first(Function<Bindings, Optional<String>> problem) {
		return this.languages.stream().map(problem).flatMap(Optional::stream).findFirst();
	}

}
