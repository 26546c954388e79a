package dev.relib.link.jna;

import com.sun.jna.CallbackProxy;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import dev.relib.link.ImportStub;
import dev.relib.os.DynamicLoader;

/**
 * A callback, which JNA keeps, and what it calls, which nobody else may keep. Boxed
 * returns come from the C library's malloc, so that its free gives them back without a
 * call into Java.
 */
final class JnaStub implements ImportStub {

	private static final long FREE = DynamicLoader.global("free");

	private final CallbackProxy callback;

	/** Held for the callback. */
	private final Object target;

	private final long address;

	private final long postAddress;

	JnaStub(CallbackProxy callback, Object target, boolean returnsOwned) {
		this.callback = callback;
		this.target = target;
		this.address = Pointer.nativeValue(CallbackReference.getFunctionPointer(callback));
		this.postAddress = returnsOwned ? FREE : 0;
	}

	@Override
	public long address() {
		return this.address;
	}

	@Override
	public long postAddress() {
		return this.postAddress;
	}

	@Override
	public String toString() {
		return this.target + "@" + Long.toHexString(this.address);
	}

}
