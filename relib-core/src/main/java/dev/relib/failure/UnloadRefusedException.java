package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.UnloadReport;

/**
 * A module could not be unloaded and goes on as before.
 */
public final class UnloadRefusedException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient UnloadReport report;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param report what was found
	 */
	public UnloadRefusedException(String module, UnloadReport report) {
		super(module, "module '" + module + "' is not unloaded: " + report.describe());
		this.report = report;
	}

	/**
	 * Why.
	 * @return the reason
	 */
	public UnloadReport.Reason reason() {
		UnloadReport.Reason reason = this.report.reason();
		if (reason == null) {
			throw new IllegalStateException("a refusal has a reason");
		}
		return reason;
	}

	/**
	 * What was found.
	 * @return the report; {@code null} after serialization
	 */
	public UnloadReport report() {
		return this.report;
	}

}
