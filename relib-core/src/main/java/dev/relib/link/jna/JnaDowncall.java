// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.ParameterOrder;
import dev.relib.link.Registers;
import org.jspecify.annotations.Nullable;

/**
 * Calls through JNA's function object, which is of one address. Making one costs more
 * than a call, so that of the last call is kept.
 */
final class JnaDowncall implements Downcall {

	private final ParameterOrder parameters;

	private final Class<?> returnType;

	private volatile @Nullable Function last;

	JnaDowncall(FunctionShape shape) {
		this.parameters = new ParameterOrder(shape.parameters(), Registers.ofThisMachine());
		this.returnType = shape.returns().javaType();
	}

	@Override
	public @Nullable Object call(long address, Object[] values) {
		return function(address).invoke(this.returnType, this.parameters.arrange(values));
	}

	private Function function(long address) {
		Function known = this.last;
		if (known == null || Pointer.nativeValue(known) != address) {
			known = Function.getFunction(new Pointer(address));
			this.last = known;
		}
		return known;
	}

}
