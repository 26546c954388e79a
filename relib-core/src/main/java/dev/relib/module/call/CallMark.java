// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import dev.relib.os.NativeAccess;
import dev.relib.os.ProcessFence;
import org.jspecify.annotations.Nullable;

/**
 * How callers mark their calls, decided once for the process and before its first call.
 * <p>
 * A caller stores its mark and then reads which generation serves; the read must not
 * overtake the store. After a volatile mark the processor sees to that, in each call. An
 * asymmetric mark is an opaque store, which no compiler of HotSpot moves behind a later
 * read, and whoever changes the serving generation has the system put a fence on all
 * threads. Either that fence comes after a caller's store, which is seen then, or before
 * its read, which sees the change.
 */
public final class CallMark {

	/** The name of marks with a fence of the processor in each call. */
	public static final String VOLATILE = "volatile";

	private static @Nullable CallMark decided;

	private final @Nullable ProcessFence fence;

	private final String reason;

	private CallMark(@Nullable ProcessFence fence, String reason) {
		this.fence = fence;
		this.reason = reason;
	}

	/** The first decision stays: compiled callers know it. */
	static synchronized CallMark decide(@Nullable ProcessFence fence) {
		CallMark known = decided;
		if (known == null) {
			known = (fence != null) ? tryOut(fence) : isVolatile("nobody has offered a fence on all threads");
			decided = known;
		}
		return known;
	}

	private static CallMark tryOut(ProcessFence fence) {
		String vm = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
		if (!isHotSpot(vm)) {
			return isVolatile("the compilers of " + vm + " may move an opaque store");
		}
		int error = fence.run();
		return (error == 0) ? new CallMark(fence, "the system puts a fence on all threads when a module closes")
				: isVolatile("the system refuses a fence on all threads: " + NativeAccess.current().errorText(error));
	}

	/** With compilers of its own, which other ones may be plugged into. */
	private static boolean isHotSpot(String vm) {
		return (vm.contains("HotSpot") || vm.contains("OpenJDK")) && !vm.contains("jvmci");
	}

	private static CallMark isVolatile(String reason) {
		return new CallMark(null, reason);
	}

	/**
	 * Returns how callers of this process mark their calls.
	 * @return the decision, which building the first registry brings
	 */
	public static synchronized CallMark current() {
		CallMark known = decided;
		return (known != null) ? known : isVolatile("no registry has been built yet");
	}

	/**
	 * Tells whether callers do without a fence of their own.
	 * @return {@code false} for volatile marks
	 */
	public boolean isAsymmetric() {
		return this.fence != null;
	}

	/**
	 * Names the kind of mark.
	 * @return {@code asymmetric} or {@value #VOLATILE}
	 */
	public String name() {
		return isAsymmetric() ? "asymmetric" : VOLATILE;
	}

	/**
	 * Tells why callers mark their calls like this.
	 * @return a clause
	 */
	public String reason() {
		return this.reason;
	}

	/**
	 * Follows a change of the serving generation: whoever reads marks after this sees
	 * those of all callers that have not seen the change.
	 */
	void afterChange() {
		ProcessFence needed = this.fence;
		if (needed != null && needed.run() != 0) {
			// The system has become stricter since. The JVM stops all threads for this.
			Thread.getAllStackTraces();
		}
	}

	@Override
	public String toString() {
		return name() + ": " + this.reason;
	}

}
