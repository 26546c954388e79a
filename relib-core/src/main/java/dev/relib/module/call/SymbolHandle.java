// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.function.LongConsumer;
import java.util.function.LongFunction;

import dev.relib.NativeSymbol;
import org.jspecify.annotations.Nullable;

/**
 * A symbol that is looked up in the generation that serves.
 */
public final class SymbolHandle implements NativeSymbol {

	private final CallGuard guard;

	private final String name;

	/**
	 * Creates a handle, and looks the symbol up once.
	 * @param guard the guard that each use passes
	 * @param name the symbol's name
	 * @throws dev.relib.failure.UnknownSymbolException if the serving generation lacks it
	 */
	public SymbolHandle(CallGuard guard, String name) {
		this.guard = guard;
		this.name = name;
		run((address) -> {
		});
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void run(LongConsumer action) {
		this.<@Nullable Object>call((address) -> {
			action.accept(address);
			return null;
		});
	}

	@Override
	public <T extends @Nullable Object> T call(LongFunction<T> action) {
		CallFrame frame = this.guard.enter();
		try {
			Generation generation = frame.generation();
			OwnerThread other = generation.otherThread();
			Used<T> used = (other == null) ? use(frame, action) : other.run(() -> useFor(generation, action));
			if (used.hidden() != null) {
				throw Undeclared.thrown(used.hidden());
			}
			return used.result();
		}
		finally {
			this.guard.exit(frame);
		}
	}

	/** Runs the action on the generation's owner thread, while the caller waits. */
	private <T extends @Nullable Object> Used<T> useFor(Generation generation, LongFunction<T> action) {
		CallFrame frame = this.guard.enterFor(generation);
		try {
			return use(frame, action);
		}
		finally {
			this.guard.exit(frame);
		}
	}

	private <T extends @Nullable Object> Used<T> use(CallFrame frame, LongFunction<T> action) {
		T result = action.apply(frame.generation().symbol(this.name));
		return new Used<>(result, frame.takeHiddenFailure());
	}

	@Override
	public String toString() {
		return "symbol " + this.name;
	}

	/**
	 * The end of an action.
	 *
	 * @param hidden the exception of an import that the module was not told of
	 */
	private record Used<T extends @Nullable Object>(T result, @Nullable Throwable hidden) {

	}

}
