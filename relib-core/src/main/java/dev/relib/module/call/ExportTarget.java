// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.contract.OptionalReturn;
import dev.relib.failure.ModulePanicException;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function behind a method of an export interface.
 */
final class ExportTarget extends GuardedCall {

	private static final Logger logger = LoggerFactory.getLogger(ExportFacade.class);

	private final Method method;

	/** Its index in each generation. */
	private final int index;

	private final OptionalReturn returns;

	private ExportTarget(String module, CallGuard guard, int index, JavaFunction function) {
		super(module, guard, function.signature().qualifiedName(), function.exception());
		this.method = function.method().orElseThrow();
		this.index = index;
		this.returns = OptionalReturn.of(this.method.getReturnType());
	}

	/**
	 * Creates the functions of an interface.
	 * @param firstCall the index of the first one in each generation
	 */
	static List<ExportTarget> of(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		List<JavaFunction> functions = contractInterface.functions();
		guard.counts()
			.add(firstCall, functions.stream().map((function) -> function.signature().qualifiedName()).toList());
		return IntStream.range(0, functions.size())
			.mapToObj((i) -> new ExportTarget(module, guard, firstCall + i, functions.get(i)))
			.toList();
	}

	/** What the facade of an interface is called. */
	static String description(Class<?> type, String module) {
		return type.getSimpleName() + " of module '" + module + "'";
	}

	Method method() {
		return this.method;
	}

	@Override
	ExportCall bound(Generation generation) {
		return generation.function(this.index);
	}

	@Override
	void count(CallFrame frame) {
		frame.count(this.index);
	}

	@Override
	void countPanic(CallCounts counts) {
		counts.panicked(this.index);
	}

	@Override
	void countFailedImport(CallCounts counts) {
		counts.importFailed(this.index);
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
