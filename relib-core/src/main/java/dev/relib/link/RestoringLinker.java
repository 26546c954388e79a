// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * A linker whose calls end with an action on the thread that called, also if the call
 * throws.
 */
public final class RestoringLinker implements Linker {

	private static final MethodHandle RUN;

	static {
		try {
			RUN = MethodHandles.publicLookup().findVirtual(Runnable.class, "run", MethodType.methodType(void.class));
		}
		catch (ReflectiveOperationException ex) {
			throw new ExceptionInInitializerError(ex);
		}
	}

	private final Linker linker;

	private final Runnable restore;

	/**
	 * Creates a linker.
	 * @param linker makes the calls
	 * @param restore runs after each call
	 */
	public RestoringLinker(Linker linker, Runnable restore) {
		this.linker = linker;
		this.restore = restore;
	}

	@Override
	public String name() {
		return this.linker.name();
	}

	@Override
	public void prepare(long function) {
		this.linker.prepare(function);
	}

	@Override
	public MethodHandle handle(FunctionShape shape) {
		return restoring(this.linker.handle(shape));
	}

	@Override
	public Optional<MethodHandle> critical(FunctionShape shape, MethodType type) {
		return this.linker.critical(shape, type).map(this::restoring);
	}

	private MethodHandle restoring(MethodHandle call) {
		Class<?> returns = call.type().returnType();
		MethodHandle run = RUN.bindTo(this.restore);
		return MethodHandles.tryFinally(call, (returns == void.class)
				? MethodHandles.dropArguments(run, 0, Throwable.class) : afterwards(returns, run));
	}

	/** Runs and passes a return on, which {@code tryFinally} asks for. */
	private static MethodHandle afterwards(Class<?> returns, MethodHandle run) {
		MethodHandle passesOn = MethodHandles.dropArguments(MethodHandles.identity(returns), 0, Throwable.class);
		return MethodHandles.foldArguments(passesOn, run);
	}

	@Override
	public Downcall downcall(FunctionShape shape) {
		return restoring(this.linker.downcall(shape));
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		return restoring(this.linker.downcallWithErrno(shape));
	}

	private Downcall restoring(Downcall downcall) {
		return (address, values) -> {
			try {
				return downcall.call(address, values);
			}
			finally {
				this.restore.run();
			}
		};
	}

	@Override
	public Upcall upcall(FunctionShape shape, MethodHandle target, String threadPrefix) {
		return this.linker.upcall(shape, target, threadPrefix);
	}

	@Override
	public Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		return this.linker.upcall(shape, target, threadPrefix);
	}

}
