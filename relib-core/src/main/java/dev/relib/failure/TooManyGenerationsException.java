// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

import dev.relib.module.UnloadReport;

/**
 * Thrown when a module is reloaded while as many of its replaced generations as allowed
 * could not be unloaded: each reload would add one more. Nothing was changed.
 */
public final class TooManyGenerationsException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient List<UnloadReport> refusals;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param limit the number of replaced generations that are allowed
	 * @param refusals why each of them is still loaded
	 */
	public TooManyGenerationsException(String module, int limit, List<UnloadReport> refusals) {
		super(module,
				"module '" + module + "' is not reloaded: " + refusals.size()
						+ " replaced generations are still loaded, and relib.reload.max-retired allows " + limit + ": "
						+ refusals.stream()
							.map((refusal) -> "generation " + refusal.generation() + ", " + refusal.describe())
							.collect(Collectors.joining("; ")));
		this.refusals = List.copyOf(refusals);
	}

	/**
	 * Returns what keeps the generations, the threads included.
	 * @return the report of each one's last attempt, the oldest generation first
	 */
	public List<UnloadReport> refusals() {
		return this.refusals;
	}

}
