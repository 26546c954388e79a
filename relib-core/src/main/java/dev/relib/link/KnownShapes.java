// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The shapes that a linker can call already: a load binds functions of the same shapes
 * each time. Thread-safe, without a lock: threads that ask may come from native code.
 */
public final class KnownShapes {

	private final Map<FunctionShape, MethodHandle> handles = new ConcurrentHashMap<>();

	private final Map<FunctionShape, Downcall> downcalls = new ConcurrentHashMap<>();

	private final Function<FunctionShape, MethodHandle> maker;

	/**
	 * Creates a memory.
	 * @param maker makes functions of a shape callable, at any address
	 */
	public KnownShapes(Function<FunctionShape, MethodHandle> maker) {
		this.maker = maker;
	}

	/**
	 * Returns what was made for a shape, or makes it.
	 * @param shape the functions' shape
	 * @return always the same
	 */
	public MethodHandle handle(FunctionShape shape) {
		return known(this.handles, shape, this.maker);
	}

	/**
	 * Returns the call with boxes for a shape, or makes it.
	 * @param shape the functions' shape
	 * @return always the same
	 */
	public Downcall downcall(FunctionShape shape) {
		return known(this.downcalls, shape, (any) -> Downcall.of(handle(any)));
	}

	private static <T> T known(Map<FunctionShape, T> all, FunctionShape shape, Function<FunctionShape, T> maker) {
		T known = all.get(shape);
		if (known != null) {
			return known;
		}
		T made = maker.apply(shape);
		T other = all.putIfAbsent(shape, made);
		return (other != null) ? other : made;
	}

}
