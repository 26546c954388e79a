// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.function.Function;
import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.reader.Documentation;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Writes the source file of a trait. All unsafe code is inside of the kit's macros, so
 * that a module may forbid it.
 */
final class RustModule {

	private static final String EXPORTS = """
			// Generated from %1$s. Do not edit.

			%7$s%4$s#[allow(non_camel_case_types, non_snake_case, clippy::all, clippy::pedantic, clippy::nursery)]
			pub trait %5$s {
			%3$s}

			/// The contract of the trait, for `module!`.
			pub const CONTRACT: &str = concat!(
			%2$s);

			macro_rules! export {
			    ($module:ident, $implementation:ty) => {
			        ::relib_spring_module::export_trait! {
			            $implementation, $module, %5$s;
			%6$s        }
			    };
			}
			pub(crate) use export;
			""";

	private static final String IMPORTS = """
			// Generated from %1$s. Do not edit.

			%4$s::relib_spring_module::import_functions! {
			%3$s}

			/// The contract of these functions, for `module!`.
			pub const CONTRACT: &str = concat!(
			%2$s);
			""";

	private static final String EXPORT_RULES = """
			Implemented by the module. Called on any thread, by several at once, unless the module's
			threading is `owner`. A panic is an exception of the host's caller.
			""";

	private static final String ERROR_RULES = """
			Of an `Err` the host makes the exception of its caller that the interface declares.
			""";

	private static final String IMPORT_RULES = """
			Implemented by the host. Any thread. Does not return if the implementation throws: the
			running export, or the module's own thread, unwinds.
			""";

	private final DocumentedTrait source;

	private final Trait trait;

	RustModule(DocumentedTrait source) {
		this.source = source;
		this.trait = source.trait();
	}

	String text() {
		return (this.trait.direction() == Direction.EXPORTS) ? exports() : imports();
	}

	private String exports() {
		return EXPORTS.formatted(this.source.source(), contract(),
				lines((function) -> documented(function, "", function(function).declaration())),
				RustComment.of("", this.source.documentation().text(), EXPORT_RULES + errorRules()),
				RustNames.of(this.trait), lines((function) -> "            " + function(function).exported()), types());
	}

	private String imports() {
		return IMPORTS.formatted(this.source.source(), contract(),
				lines((function) -> documented(function, IMPORT_RULES, function(function).imported())), types());
	}

	private String errorRules() {
		return this.trait.functions().stream().anyMatch((function) -> function.error().isPresent()) ? ERROR_RULES : "";
	}

	private String types() {
		return this.trait.namedTypes()
			.stream()
			.map((type) -> RustDefinition.text(type, this.source.documentation(type)))
			.collect(Collectors.joining());
	}

	private String lines(Function<FunctionSignature, String> line) {
		return this.trait.functions()
			.stream()
			.map((function) -> line.apply(function) + "\n")
			.collect(Collectors.joining());
	}

	private RustFunction function(FunctionSignature function) {
		return new RustFunction(this.trait, function);
	}

	private String documented(FunctionSignature function, String rules, String line) {
		Documentation documentation = this.source.documentation(function);
		return RustComment.of("    ", documentation.text(), function(function).values(documentation), rules) + "    "
				+ line;
	}

	private String contract() {
		return this.trait.text().lines().map((line) -> "    \"" + line + "\\n\",\n").collect(Collectors.joining());
	}

}
