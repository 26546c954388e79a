// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.atomic.AtomicReferenceArray;

import dev.relib.contract.ContractInterface;
import dev.relib.facade.RelibCalls;
import dev.relib.facade.RelibFrame;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a generated facade.
 */
final class FacadeCalls extends RelibCalls {

	private final CallGuard guard;

	private final CallStacks stacks;

	private final AtomicReferenceArray<@Nullable ThreadCallStack> bins;

	private final ExportTarget[] targets;

	private final String description;

	FacadeCalls(String module, CallGuard guard, ContractInterface contractInterface, int firstCall) {
		this.guard = guard;
		this.stacks = guard.stacks();
		this.bins = this.stacks.bins();
		this.targets = ExportTarget.of(module, guard, contractInterface, firstCall).toArray(ExportTarget[]::new);
		this.description = ExportTarget.description(contractInterface.type(), module);
	}

	@Override
	public RelibFrame enter() {
		return this.guard.enter(this.stacks.current(this.bins));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> T call(RelibFrame frame, int function, @Nullable Object... arguments) {
		try {
			return (T) this.targets[function].callIn((CallFrame) frame, arguments);
		}
		catch (Throwable ex) {
			throw Undeclared.thrown(ex);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> T read(RelibFrame frame, int function, Object returned) {
		return (T) this.targets[function].readIn((CallFrame) frame, returned);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends @Nullable Object> T failed(RelibFrame frame, int function, long error) {
		try {
			return (T) this.targets[function].failedIn((CallFrame) frame, error);
		}
		catch (Throwable ex) {
			throw Undeclared.thrown(ex);
		}
	}

	@Override
	public String toString() {
		return this.description;
	}

}
