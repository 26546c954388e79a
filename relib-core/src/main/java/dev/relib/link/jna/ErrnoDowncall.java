// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.util.Arrays;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.link.Downcall;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the error number of a call. JNA reads it in native code, right after each call.
 */
final class ErrnoDowncall implements Downcall {

	private final JnaDowncall call;

	ErrnoDowncall(JnaDowncall call) {
		this.call = call;
	}

	@Override
	public @Nullable Object call(long address, Object[] values) {
		Object[] arguments = Arrays.copyOfRange(values, 1, values.length);
		Native.setLastError(0);
		Object result = this.call.call(address, arguments);
		new Pointer((Long) values[0]).setInt(0, Native.getLastError());
		return result;
	}

}
