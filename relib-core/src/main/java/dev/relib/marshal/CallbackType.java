// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;

import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a functional interface cross when native code calls it.
 *
 * @param method its method
 * @param shape the shape of the function that native code sees
 * @param parameters make Java values of machine values
 * @param returns makes a machine value of what the method returns
 */
record CallbackType(Method method, FunctionShape shape, List<Function<Object, @Nullable Object>> parameters,
		Function<@Nullable Object, Object> returns) {

	/**
	 * Calls a Java object.
	 * @param name what messages call it
	 */
	@Nullable Object call(String name, Object target, Object[] values) throws Throwable {
		@Nullable Object[] arguments = new Object[values.length];
		for (int i = 0; i < arguments.length; i++) {
			try {
				arguments[i] = this.parameters.get(i).apply(values[i]);
			}
			catch (MarshallingException ex) {
				throw ex.of(name, "argument " + (i + 1) + " of the callback");
			}
		}
		Object result = invoke(target, arguments);
		return (this.shape.returns() != MachineType.VOID) ? this.returns.apply(result) : null;
	}

	private @Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable {
		try {
			return this.method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

}
