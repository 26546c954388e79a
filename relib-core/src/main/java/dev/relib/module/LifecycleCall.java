package dev.relib.module;

import dev.relib.link.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * A call of the host's own, whether the gate lets callers onto the version or not.
 *
 * @param gate the module's gate
 * @param version the version that is called
 */
record LifecycleCall(Gate gate, ModuleVersion version) {

	/**
	 * Calls a function without arguments, on the calling thread.
	 * @return why it failed, {@code null} if it did not
	 */
	@Nullable String run(ExportCall function) {
		Cell cell = this.gate.enter(this.version);
		try {
			cell.call(function, new Object[0]);
			return switch (cell.takeOutcome()) {
				case ExportCall.RETURNED -> null;
				case ExportCall.IMPORT_FAILED -> "import failed: " + cell.takeFailure();
				default -> "panic: " + cell.takePanicMessage(this.version.runtime()).orElse("no message");
			};
		}
		finally {
			this.gate.exit(cell);
		}
	}

}
