// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import dev.relib.os.WithoutContext;
import org.jspecify.annotations.Nullable;

/**
 * Calls the C library through JNA's function objects. JNA's direct mapping is faster, and
 * keeps the mapped class, with its class loader, until the process ends. The class fails
 * to initialize, with a {@link LinkageError}, where the JVM refuses native access.
 */
final class JnaLibc implements Libc {

	/** What not every C library has, or is no function. */
	private static final Set<String> OTHERS = Set.of("errno", "dlvsym");

	/** Sets JNA's object for the process apart from the one that others share. */
	private static final Map<String, ?> OWN = Map.of("relib", true);

	private final Map<String, Function> functions;

	/**
	 * Finds all functions at once: a later search would clear {@code dlerror}. Functions
	 * outlive the closed object for their library: an open one would keep JNA's cleaner
	 * waiting for it, a thread that keeps the class loader.
	 */
	JnaLibc() {
		this.functions = WithoutContext.call(() -> {
			try (NativeLibrary process = NativeLibrary.getProcess(OWN)) {
				return Arrays.stream(Libc.class.getDeclaredMethods())
					.map(Method::getName)
					.filter((name) -> !OTHERS.contains(name))
					.collect(Collectors.toMap((name) -> name, process::getFunction));
			}
		});
	}

	private Function function(String name) {
		return Objects.requireNonNull(this.functions.get(name));
	}

	private int callInt(String name, Object... values) {
		return function(name).invokeInt(values);
	}

	private long callLong(String name, Object... values) {
		return (Long) function(name).invoke(Long.class, values);
	}

	@Override
	public int errno() {
		return Native.getLastError();
	}

	@Override
	public String strerror(int error) {
		return function("strerror").invokeString(new Object[] { error }, false);
	}

	@Override
	public long dlopen(long path, int flags) {
		return callLong("dlopen", path, flags);
	}

	@Override
	public long dlsym(long handle, String symbol) {
		return callLong("dlsym", handle, symbol);
	}

	@Override
	public long dlvsym(long function, long handle, String symbol, String version) {
		return (Long) Function.getFunction(new Pointer(function))
			.invoke(Long.class, new Object[] { handle, symbol, version });
	}

	@Override
	public int dlclose(long handle) {
		return callInt("dlclose", handle);
	}

	@Override
	public @Nullable String dlerror() {
		return function("dlerror").invokeString(new Object[0], false);
	}

	@Override
	public int open(long path, int flags) {
		return callInt("open", path, flags);
	}

	@Override
	public int close(int descriptor) {
		return callInt("close", descriptor);
	}

	@Override
	public int geteuid() {
		return callInt("geteuid");
	}

	@Override
	public long getxattr(long path, String name, long value, long size) {
		return callLong("getxattr", path, name, value, size);
	}

	@Override
	public int getpwuid_r(int user, long entry, long buffer, long size, long result) {
		return callInt("getpwuid_r", user, entry, buffer, size, result);
	}

	@Override
	public int getgrgid_r(int group, long entry, long buffer, long size, long result) {
		return callInt("getgrgid_r", group, entry, buffer, size, result);
	}

}
