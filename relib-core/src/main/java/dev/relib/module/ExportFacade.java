package dev.relib.module;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.DeclaredException;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.OptionalReturn;
import dev.relib.link.ExportCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An export interface whose target is whatever version the gate lets callers onto.
 */
public final class ExportFacade implements InvocationHandler {

	private static final Logger logger = LoggerFactory.getLogger(ExportFacade.class);

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
			this.targets.put(entry.getKey(), Target.of(index++, entry.getKey(), entry.getValue()));
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
			Object result = version.callsRunHere() ? call(cell, target, arguments)
					: this.gate.lend(cell, version.owner(), () -> call(cell, target, arguments));
			if (result instanceof Panic panic) {
				return panicked(target,
						new ModulePanicException(this.module, version.id(), target.function, panic.message()));
			}
			if (result instanceof DeclaredError error) {
				throw error.exception();
			}
			if (result instanceof FailedImport) {
				Throwable failure = cell.takeFailure();
				throw (failure != null) ? failure : new ImportFailedException(this.module, target.function);
			}
			return target.returns.present(result);
		}
		finally {
			this.gate.exit(cell);
		}
	}

	private static @Nullable Object panicked(Target target, ModulePanicException panic) {
		if (target.returns == OptionalReturn.NONE) {
			throw panic;
		}
		logger.debug("{}; the caller gets an empty value", panic.getMessage());
		return target.returns.empty();
	}

	/**
	 * Makes the call on this thread, which is also the one that has a panic's message.
	 */
	private static @Nullable Object call(Cell cell, Target target, @Nullable Object[] arguments) {
		ModuleVersion version = cell.version();
		Object result = cell.call(version.call(target.index), arguments);
		byte outcome = cell.takeOutcome();
		if (outcome == ExportCall.RETURNED) {
			return result;
		}
		if (outcome == ExportCall.IMPORT_FAILED) {
			return FailedImport.INSTANCE;
		}
		if (outcome == ExportCall.DECLARED_ERROR && target.exception.isPresent() && result != null) {
			return new DeclaredError(target.exception.get(), result);
		}
		return new Panic(cell.takePanicMessage(version.runtime()).orElse("no message"));
	}

	/**
	 * In place of a result.
	 */
	private record Panic(String message) {

	}

	/**
	 * In place of a result. The exception is made on the caller's thread, whose stack it
	 * shows.
	 */
	private record DeclaredError(DeclaredException type, Object content) {

		Throwable exception() throws ReflectiveOperationException {
			try {
				return (Throwable) this.type.constructor().newInstance(this.content);
			}
			catch (InvocationTargetException ex) {
				return ex.getCause();
			}
		}

	}

	/**
	 * In place of a result; what was thrown is in the cell.
	 */
	private enum FailedImport {

		INSTANCE

	}

	/**
	 * The function behind a method.
	 *
	 * @param index where a version keeps it
	 * @param function its qualified name
	 * @param returns how the method returns
	 * @param exception what it throws for a declared error
	 */
	private record Target(int index, String function, OptionalReturn returns, Optional<DeclaredException> exception) {

		static Target of(int index, Method method, FunctionSignature function) {
			return new Target(index, function.qualifiedName(), OptionalReturn.of(method.getReturnType()),
					JavaFunction.of(method, function).exception());
		}

	}

}
