// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.link.Linker;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of an export interface, which calls the serving generation. Java
 * code that was generated for the interface does so where there is some, otherwise a
 * proxy.
 */
public final class ExportFacade implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final String module;

	private final Class<?> type;

	private final DefaultMethods defaults = new DefaultMethods();

	private final Map<Method, ExportTarget> targets = new HashMap<>();

	/**
	 * The same by the objects that the proxy passes, which it keeps: replaced where one
	 * is added.
	 */
	private volatile IdentityHashMap<Method, ExportTarget> known = new IdentityHashMap<>();

	private ExportFacade(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		this.module = module;
		this.type = contractInterface.type();
		for (ExportTarget target : ExportTarget.of(module, guard, contractInterface, firstCall)) {
			this.targets.put(target.method(), target);
		}
	}

	/**
	 * Creates a facade.
	 * @param module the module's name
	 * @param guard the guard that its calls pass
	 * @param linker makes the calls
	 * @param contractInterface the interface to implement
	 * @param firstCall the index of the interface's first function in each generation
	 * @return a thread-safe object that implements the interface
	 */
	public static Object create(String module, CallGuard guard, Linker linker, ContractInterface contractInterface,
			int firstCall) {
		return GeneratedFacade.of(linker, contractInterface)
			.map((generated) -> generated.create(new FacadeCalls(module, guard, contractInterface, firstCall),
					firstCall))
			.orElseGet(() -> proxy(module, guard, contractInterface, firstCall));
	}

	/**
	 * Finds a function whose calls should stay in Java's state, and do not.
	 * @param linker makes the calls
	 * @param contractInterface the interface of the function
	 * @return the qualified name of the first one; empty if there is none
	 */
	public static Optional<String> ordinaryCritical(Linker linker, ContractInterface contractInterface) {
		return contractInterface.functions()
			.stream()
			.filter((function) -> function.isCritical() && ExportCall.critical(linker, function).isEmpty())
			.map((function) -> function.signature().qualifiedName())
			.findFirst();
	}

	private static Object proxy(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		Class<?> type = contractInterface.type();
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new ExportFacade(module, guard, contractInterface, firstCall));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
		ExportTarget target = this.known.get(method);
		if (target != null) {
			return target.call((args != null) ? args : NO_ARGUMENTS);
		}
		target = find(method);
		if (target != null) {
			return target.call((args != null) ? args : NO_ARGUMENTS);
		}
		if (method.isDefault()) {
			return this.defaults.invoke(proxy, method, (args != null) ? args : NO_ARGUMENTS);
		}
		return switch (method.getName()) {
			case "equals" -> args != null && proxy == args[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> ExportTarget.description(this.type, this.module);
		};
	}

	private @Nullable ExportTarget find(Method method) {
		ExportTarget target = this.targets.get(method);
		if (target != null) {
			IdentityHashMap<Method, ExportTarget> more = new IdentityHashMap<>(this.known);
			more.put(method, target);
			this.known = more;
		}
		return target;
	}

}
