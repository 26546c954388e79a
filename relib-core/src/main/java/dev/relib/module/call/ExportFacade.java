// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

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
import dev.relib.failure.ImportFailedException;
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

	private final CallGuard guard;

	private final Class<?> type;

	private final Map<Method, Target> targets = new HashMap<>();

	private ExportFacade(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		this.module = module;
		this.guard = guard;
		this.type = contractInterface.type();
		int index = firstCall;
		for (Map.Entry<Method, FunctionSignature> entry : contractInterface.methods().entrySet()) {
			this.targets.put(entry.getKey(), Target.of(index++, entry.getKey(), entry.getValue()));
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
		CallFrame frame = this.guard.enter();
		try {
			Generation generation = frame.generation();
			OwnerThread other = generation.otherThread();
			Object result = (other == null) ? call(frame, target, arguments)
					: other.run(() -> callFor(generation, target, arguments));
			if (result instanceof Panic panic) {
				return panicked(target,
						new ModulePanicException(this.module, generation.id(), target.function, panic.message()));
			}
			if (result instanceof DeclaredError error) {
				throw error.exception();
			}
			if (result instanceof ImportFailure failure) {
				throw failure.exception(this.module, target.function);
			}
			return target.returns.present(result);
		}
		finally {
			this.guard.exit(frame);
		}
	}

	/** Makes the call on the generation's owner thread, while the caller waits. */
	private @Nullable Object callFor(Generation generation, Target target, @Nullable Object[] arguments) {
		CallFrame frame = this.guard.enterFor(generation);
		try {
			return call(frame, target, arguments);
		}
		finally {
			this.guard.exit(frame);
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
	 * Makes the call on this thread, and takes the panic's message, which only this
	 * thread has.
	 */
	private static @Nullable Object call(CallFrame frame, Target target, @Nullable Object[] arguments) {
		Generation generation = frame.generation();
		Object result = frame.call(generation.function(target.index), arguments);
		byte outcome = frame.takeOutcome();
		if (outcome == ExportCall.RETURNED) {
			return result;
		}
		if (outcome == ExportCall.IMPORT_FAILED) {
			return new ImportFailure(frame.takeFailure());
		}
		if (outcome == ExportCall.DECLARED_ERROR && target.exception.isPresent() && result != null) {
			return new DeclaredError(target.exception.get(), result);
		}
		return new Panic(generation.takePanicMessage().orElse("no message"));
	}

	/**
	 * A panic in place of a result.
	 */
	private record Panic(String message) {

	}

	/**
	 * A declared error in place of a result. The exception is created on the caller's
	 * thread, so that it has the caller's stack trace.
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
	 * A failed import in place of a result.
	 */
	private record ImportFailure(@Nullable Throwable thrown) {

		Throwable exception(String module, String function) {
			return (this.thrown != null) ? this.thrown : new ImportFailedException(module, function);
		}

	}

	/**
	 * The function behind a method.
	 *
	 * @param index its index in each generation
	 * @param function its qualified name
	 * @param returns how the method returns its result
	 * @param exception the exception that the method declares
	 */
	private record Target(int index, String function, OptionalReturn returns, Optional<DeclaredException> exception) {

		static Target of(int index, Method method, FunctionSignature function) {
			return new Target(index, function.qualifiedName(), OptionalReturn.of(method.getReturnType()),
					JavaFunction.of(method, function).exception());
		}

	}

}
