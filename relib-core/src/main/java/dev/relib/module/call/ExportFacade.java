// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.OptionalReturn;
import dev.relib.failure.ModulePanicException;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The implementation of an export interface, which calls the serving generation.
 */
public final class ExportFacade implements InvocationHandler {

	private static final Logger logger = LoggerFactory.getLogger(ExportFacade.class);

	private static final Object[] NO_ARGUMENTS = {};

	private final String module;

	private final Class<?> type;

	private final DefaultMethods defaults = new DefaultMethods();

	private final Map<Method, Target> targets = new HashMap<>();

	private ExportFacade(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		this.module = module;
		this.type = contractInterface.type();
		int index = firstCall;
		for (JavaFunction function : contractInterface.functions()) {
			Method method = function.method().orElseThrow();
			this.targets.put(method, new Target(module, guard, index++, method, function));
		}
	}

	/**
	 * Creates a facade.
	 * @param module the module's name
	 * @param guard the guard that its calls pass
	 * @param contractInterface the interface to implement
	 * @param firstCall the index of the interface's first function in each generation
	 * @return a thread-safe proxy that implements the interface
	 */
	public static Object create(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		Class<?> type = contractInterface.type();
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new ExportFacade(module, guard, contractInterface, firstCall));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
		Target target = this.targets.get(method);
		if (target != null) {
			return target.call((args != null) ? args : NO_ARGUMENTS);
		}
		if (method.isDefault()) {
			return this.defaults.invoke(proxy, method, (args != null) ? args : NO_ARGUMENTS);
		}
		return switch (method.getName()) {
			case "equals" -> args != null && proxy == args[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.type.getSimpleName() + " of module '" + this.module + "'";
		};
	}

	/**
	 * The function behind a method.
	 */
	private static final class Target extends GuardedCall {

		/** Its index in each generation. */
		private final int index;

		private final OptionalReturn returns;

		Target(String module, CallGuard guard, int index, Method method, JavaFunction function) {
			super(module, guard, function.signature().qualifiedName(), function.exception());
			this.index = index;
			this.returns = OptionalReturn.of(method.getReturnType());
		}

		@Override
		ExportCall bound(Generation generation) {
			return generation.function(this.index);
		}

		@Override
		@Nullable Object returned(@Nullable Object result) {
			return this.returns.present(result);
		}

		@Override
		@Nullable Object panicked(ModulePanicException panic) {
			if (this.returns == OptionalReturn.NONE) {
				throw panic;
			}
			logger.debug("{}; the caller gets an empty value", panic.getMessage());
			return this.returns.empty();
		}

	}

}
