// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.Direction;
import dev.relib.failure.ModuleException;
import dev.relib.link.Linker;
import dev.relib.module.call.CallGuard;
import dev.relib.module.call.ExportFacade;
import dev.relib.module.lifecycle.LoadedGeneration;
import org.jspecify.annotations.Nullable;

/**
 * The facades of one module's export interfaces. Each generation that serves has bound
 * all interfaces, in the order in which they were requested.
 */
final class Facades {

	private final String module;

	private final CallGuard guard;

	private final Linker linker;

	private final CriticalCalls criticalCalls;

	private final Supplier<ModuleException> closed;

	private final boolean plain;

	private final Map<Class<?>, Object> facades = new ConcurrentHashMap<>();

	/**
	 * Guards itself, {@link #firstCalls} and {@link #serving}. Nobody holds it for long.
	 */
	private final List<ContractInterface> interfaces = new ArrayList<>();

	private final Map<Class<?>, Integer> firstCalls = new HashMap<>();

	/**
	 * The generation that further interfaces are bound to; {@code null} while none
	 * serves.
	 */
	private @Nullable LoadedGeneration serving;

	Facades(String module, CallGuard guard, Linker linker, CriticalCalls criticalCalls,
			Supplier<ModuleException> closed, boolean plain) {
		this.criticalCalls = criticalCalls;
		this.module = module;
		this.guard = guard;
		this.linker = linker;
		this.closed = closed;
		this.plain = plain;
	}

	/**
	 * Returns the facade of an interface. Takes no operation lock: an unload may be
	 * waiting for the calling thread.
	 */
	<T> T get(Class<T> type) {
		Object known = this.facades.get(type);
		return type.cast((known != null) ? known : create(type));
	}

	private Object create(Class<?> type) {
		ContractInterface contractInterface = this.plain ? ContractInterface.ofPlain(type) : ContractInterface.of(type);
		contractInterface.require(Direction.EXPORTS);
		Integer firstCall = null;
		while (firstCall == null) {
			LoadedGeneration bound = serving();
			firstCall = this.guard.holding(bound.calls(), () -> bind(contractInterface, bound));
		}
		this.criticalCalls.bound(contractInterface);
		Object facade = ExportFacade.create(this.module, this.guard, this.linker, contractInterface, firstCall);
		Object known = this.facades.putIfAbsent(type, facade);
		return (known != null) ? known : facade;
	}

	private LoadedGeneration serving() {
		synchronized (this.interfaces) {
			LoadedGeneration bound = this.serving;
			if (bound == null) {
				throw this.closed.get();
			}
			return bound;
		}
	}

	/**
	 * Looks the functions up before others are kept waiting, as the loader may be busy
	 * for ever.
	 * @return the index of the interface's first function in each generation;
	 * {@code null} if the generation serves no more
	 */
	private @Nullable Integer bind(ContractInterface contractInterface, LoadedGeneration bound) {
		if (serving() != bound) {
			return null;
		}
		Runnable binding = bound.find(contractInterface);
		synchronized (this.interfaces) {
			return (this.serving != bound) ? null : this.firstCalls.computeIfAbsent(contractInterface.type(),
					(unknown) -> add(contractInterface, binding));
		}
	}

	private int add(ContractInterface contractInterface, Runnable binding) {
		binding.run();
		int firstCall = this.interfaces.stream().mapToInt((known) -> known.methods().size()).sum();
		this.interfaces.add(contractInterface);
		return firstCall;
	}

	/** Returns the interfaces that a generation has to export. */
	List<ContractInterface> interfaces() {
		synchronized (this.interfaces) {
			return List.copyOf(this.interfaces);
		}
	}

	/**
	 * Binds the interfaces that a generation lacks, and directs callers to it. Others are
	 * kept waiting by no look-up, as in {@link #bind}.
	 */
	void serve(LoadedGeneration generation) {
		ContractInterface lacking = serveUnlessLacking(generation);
		while (lacking != null) {
			generation.bind(lacking);
			lacking = serveUnlessLacking(generation);
		}
	}

	/**
	 * Directs callers to a generation that has bound all interfaces.
	 * @return the first one that it lacks; {@code null} if it serves now
	 */
	private @Nullable ContractInterface serveUnlessLacking(LoadedGeneration generation) {
		synchronized (this.interfaces) {
			int bound = generation.boundInterfaces();
			if (bound < this.interfaces.size()) {
				return this.interfaces.get(bound);
			}
			this.serving = generation;
			this.guard.open(generation.calls());
			return null;
		}
	}

	/** Refuses callers from now on. */
	void stopServing() {
		synchronized (this.interfaces) {
			this.serving = null;
			this.guard.close();
		}
	}

}
