// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Runs the default methods of an export interface, which need not be public.
 */
final class DefaultMethods {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private final Map<Method, MethodHandle> handles = new ConcurrentHashMap<>();

	/** Runs a method, which throws what it throws. */
	@Nullable Object invoke(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
		return this.handles.computeIfAbsent(method, DefaultMethods::find).bindTo(proxy).invokeWithArguments(arguments);
	}

	private static MethodHandle find(Method method) {
		Class<?> type = method.getDeclaringClass();
		try {
			return MethodHandles.privateLookupIn(type, LOOKUP).unreflectSpecial(method, type);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("module " + type.getModule().getName() + " does not open "
					+ type.getPackageName() + ", whose default method " + method + " has to run", ex);
		}
	}

}
