// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import dev.relib.os.NativeAccess;

/**
 * How threads of native code become Java threads when they call one. They stay attached
 * until they end: attaching again for each call costs a hundred times the call.
 */
final class JnaThreads extends CallbackThreadInitializer {

	private final String prefix;

	JnaThreads(String prefix) {
		super(true, false);
		this.prefix = prefix;
	}

	/** Runs on the thread that is being attached. */
	@Override
	public String getName(Callback callback) {
		return this.prefix + "-" + NativeAccess.current().threads().currentName();
	}

}
