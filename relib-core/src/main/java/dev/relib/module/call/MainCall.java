// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodType;
import java.util.Optional;

import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * A call of a module's main function.
 */
public final class MainCall extends GuardedCall {

	private static final Object[] NO_ARGUMENTS = {};

	private final Class<?> type;

	/**
	 * Creates a call.
	 * @param module the module's name
	 * @param guard the guard that it passes
	 * @param type the Java type of the result
	 */
	public MainCall(String module, CallGuard guard, Class<?> type) {
		super(module, guard, LifecycleFunction.MAIN.signature().qualifiedName(), Optional.empty());
		this.type = MethodType.methodType(type).unwrap().returnType();
	}

	@Override
	ExportCall bound(Generation generation) {
		return generation.main(this.type);
	}

	/**
	 * Calls the function of the serving generation.
	 * @return its result; {@code null} if it is ignored
	 */
	public @Nullable Object call() {
		try {
			return call(NO_ARGUMENTS);
		}
		catch (Throwable ex) {
			throw Undeclared.thrown(ex);
		}
	}

}
