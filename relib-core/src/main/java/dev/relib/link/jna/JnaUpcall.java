// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import com.sun.jna.CallbackProxy;
import com.sun.jna.CallbackReference;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.relib.link.FunctionShape;
import dev.relib.link.ParameterOrder;
import dev.relib.link.Registers;
import dev.relib.link.Upcall;
import dev.relib.link.UpcallTarget;
import dev.relib.os.WithoutContext;
import org.jspecify.annotations.Nullable;

/**
 * A JNA callback.
 */
final class JnaUpcall implements CallbackProxy, Upcall {

	private final FunctionShape shape;

	private final ParameterOrder parameters;

	private final UpcallTarget target;

	private final long address;

	/** JNA frees the function when its own object for it becomes garbage. */
	private final @Nullable Object function;

	JnaUpcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		this.shape = shape;
		this.parameters = new ParameterOrder(shape.parameters(), Registers.ofThisMachine());
		this.target = target;
		Native.setCallbackThreadInitializer(this, new JnaThreads(threadPrefix));
		this.address = Pointer.nativeValue(WithoutContext.call(() -> CallbackReference.getFunctionPointer(this)));
		this.function = JnaCallbacks.release(this);
	}

	@Override
	public long address() {
		return this.address;
	}

	@Override
	public Class<?>[] getParameterTypes() {
		return this.parameters.types();
	}

	@Override
	public Class<?> getReturnType() {
		return this.shape.returns().javaType();
	}

	@Override
	public @Nullable Object callback(Object[] args) {
		return this.target.call(this.parameters.restore(args));
	}

}
