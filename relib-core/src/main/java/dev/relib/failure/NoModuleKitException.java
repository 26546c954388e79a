// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library of kind {@link dev.relib.module.ModuleKind#KIT} or
 * {@link dev.relib.module.ModuleKind#AUTO} has no descriptor of the module kit.
 */
public final class NoModuleKitException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception about a library with bindings that nothing declares as a
	 * module.
	 * @param source the module and its library
	 * @param symbol one of their symbols
	 * @return the exception
	 */
	public static NoModuleKitException undeclared(ModuleSource source, String symbol) {
		return new NoModuleKitException(source,
				"the library has bindings (" + symbol + ") and no symbol relib_module: nothing in it declares a module",
				"Put one RELIB_MODULE line into its sources, in Rust relib_spring_module::module!. A crate of upstream's "
						+ "needs \"extern crate relib_module as _;\": Rust leaves out a crate that nothing names.");
	}

	private NoModuleKitException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 */
	public NoModuleKitException(ModuleSource source) {
		this(source, "the library has no symbol relib_module: it was built without the module kit",
				"Compile relib_module.c and the generated bindings into it, and put one RELIB_MODULE line into "
						+ "its sources. To call a library that is no module, set its kind to plain.");
	}

}
