package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A module could not be loaded. Nothing of it stays behind; a version that was loaded
 * before keeps serving.
 */
public abstract class ModuleLoadException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final ModuleSource source;

	private final String problem;

	private final String fix;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 */
	protected ModuleLoadException(ModuleSource source, String problem, String fix) {
		super(source.module(), message(source, problem, fix));
		this.source = source;
		this.problem = problem;
		this.fix = fix;
	}

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem what is wrong, as a clause without a full stop
	 * @param fix what to do about it, as a sentence
	 * @param cause what led to it
	 */
	protected ModuleLoadException(ModuleSource source, String problem, String fix, Throwable cause) {
		super(source.module(), message(source, problem, fix), cause);
		this.source = source;
		this.problem = problem;
		this.fix = fix;
	}

	private static String message(ModuleSource source, String problem, String fix) {
		String end = (problem.indexOf('\n') < 0) ? ". " : "\n";
		return "module '" + source.module() + "' (" + source.path() + "): " + problem + end + fix;
	}

	/**
	 * The module and its library.
	 * @return name and path
	 */
	public ModuleSource source() {
		return this.source;
	}

	/**
	 * What is wrong.
	 * @return a clause without a full stop
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * What to do about it.
	 * @return a sentence
	 */
	public String fix() {
		return this.fix;
	}

}
