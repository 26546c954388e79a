package dev.relib.module.call;

import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * A call of the host's own, whichever generation serves.
 *
 * @param guard the module's guard
 * @param generation the generation that is called
 */
public record LifecycleCall(CallGuard guard, Generation generation) {

	/**
	 * Calls a function without arguments, on the calling thread.
	 * @param function the function
	 * @return why it failed, {@code null} if it did not
	 */
	public @Nullable String run(ExportCall function) {
		CallFrame frame = this.guard.enter(this.generation);
		try {
			frame.call(function, new Object[0]);
			return switch (frame.takeOutcome()) {
				case ExportCall.RETURNED -> null;
				case ExportCall.IMPORT_FAILED -> "import failed: " + frame.takeFailure();
				default -> "panic: " + this.generation.takePanicMessage().orElse("no message");
			};
		}
		finally {
			this.guard.exit(frame);
		}
	}

}
