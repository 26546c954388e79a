package dev.relib.module;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.FunctionSignature;
import dev.relib.link.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * An export interface whose target is whatever version the gate lets callers onto.
 */
public final class ExportFacade implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final String module;

	private final Gate gate;

	private final Class<?> type;

	private final Map<Method, Target> targets = new HashMap<>();

	private ExportFacade(String module, Gate gate, ContractInterface contractInterface, int firstCall) {
		this.module = module;
		this.gate = gate;
		this.type = contractInterface.type();
		int index = firstCall;
		for (Map.Entry<Method, FunctionSignature> entry : contractInterface.methods().entrySet()) {
			this.targets.put(entry.getKey(), new Target(index++, entry.getValue().qualifiedName()));
		}
	}

	/**
	 * Makes a facade.
	 * @param module the module's name
	 * @param gate what its calls pass
	 * @param contractInterface the interface that it implements
	 * @param firstCall where each version keeps the interface's first function
	 * @return a proxy that implements the interface, usable by any thread, for ever
	 */
	public static Object create(String module, Gate gate, ContractInterface contractInterface, int firstCall) {
		Class<?> type = contractInterface.type();
		return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				new ExportFacade(module, gate, contractInterface, firstCall));
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args) throws Throwable {
		Target target = this.targets.get(method);
		if (target != null) {
			return call(target, (args != null) ? args : NO_ARGUMENTS);
		}
		if (method.isDefault()) {
			return InvocationHandler.invokeDefault(proxy, method, args);
		}
		return switch (method.getName()) {
			case "equals" -> args != null && proxy == args[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.type.getSimpleName() + " of module '" + this.module + "'";
		};
	}

	private @Nullable Object call(Target target, @Nullable Object[] arguments) throws Throwable {
		Cell cell = this.gate.enter();
		try {
			ModuleVersion version = cell.version();
			Object result = cell.call(version.call(target.index), arguments);
			byte outcome = cell.takeOutcome();
			if (outcome == ExportCall.RETURNED) {
				return result;
			}
			throw failure(cell, version, outcome, target.function);
		}
		finally {
			this.gate.exit(cell);
		}
	}

	private Throwable failure(Cell cell, ModuleVersion version, byte outcome, String function) {
		if (outcome != ExportCall.IMPORT_FAILED) {
			String panic = cell.takePanicMessage(version.runtime()).orElse("no message");
			return new ModulePanicException(this.module, version.id(), function, panic);
		}
		Throwable failure = cell.takeFailure();
		return (failure != null) ? failure : new ImportFailedException(this.module, function);
	}

	/**
	 * The function behind a method.
	 *
	 * @param index where a version keeps it
	 * @param function its qualified name
	 */
	private record Target(int index, String function) {

	}

}
