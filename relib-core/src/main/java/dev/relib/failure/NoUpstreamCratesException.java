// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library of kind {@link dev.relib.module.ModuleKind#UPSTREAM} lacks a
 * symbol of upstream's crates.
 */
public final class NoUpstreamCratesException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param symbol the missing symbol
	 */
	public NoUpstreamCratesException(ModuleSource source, String symbol) {
		super(source, "the library has no symbol " + symbol + ": it was not built with the crate relib_module",
				"Add the crate relib_module 0.7 to it, and \"extern crate relib_module as _;\" to its root: Rust leaves out "
						+ "a crate that nothing names. Or set its kind to what it was built with.");
	}

}
