// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * The superclass of exceptions about a module that cannot be loaded, or does not fit a
 * requested interface. A failed load leaves no code or memory of the library behind, as
 * far as the library can be unmapped; the generation that served before continues to
 * serve. The message begins with the module's name and path and ends with the fix.
 */
public abstract class ModuleLoadException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final ModuleSource source;

	private final String problem;

	private final String fix;

	/**
	 * Creates an exception without a cause.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	protected ModuleLoadException(ModuleSource source, String problem, String fix) {
		super(source.module(), message(source, problem, fix));
		this.source = source;
		this.problem = problem;
		this.fix = fix;
	}

	/**
	 * Creates an exception with a cause.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 * @param cause the cause
	 */
	protected ModuleLoadException(ModuleSource source, String problem, String fix, Throwable cause) {
		super(source.module(), message(source, problem, fix), cause);
		this.source = source;
		this.problem = problem;
		this.fix = fix;
	}

	private static String message(ModuleSource source, String problem, String fix) {
		String end = (problem.indexOf('\n') < 0) ? ". " : "\n";
		return "module '" + source.module() + "' (" + source.location() + "): " + problem + end + fix;
	}

	/**
	 * Returns the module and its library.
	 * @return name and path
	 */
	public ModuleSource source() {
		return this.source;
	}

	/**
	 * Returns the problem.
	 * @return a clause without a full stop
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * Returns the remedy.
	 * @return a sentence
	 */
	public String fix() {
		return this.fix;
	}

}
