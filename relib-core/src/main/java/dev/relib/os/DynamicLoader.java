package dev.relib.os;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The system's own loader. Handles are neither cached nor closed by anyone but the
 * caller, which is why libraries are not opened through JNA.
 */
public final class DynamicLoader {

	private static final int RTLD_NOW = 0x2;

	private static final int RTLD_LOCAL = 0;

	private static final int RTLD_DEEPBIND = 0x8;

	private static final Map<String, Pointer> KEPT = new ConcurrentHashMap<>();

	static {
		Native.register(DynamicLoader.class, NativeLibrary.getProcess());
	}

	private DynamicLoader() {
	}

	/**
	 * Opens a library with {@code RTLD_NOW | RTLD_LOCAL}; its constructors run on the
	 * calling thread.
	 * @param library the library's path
	 * @return its handle, to be given to {@link #close}
	 * @throws LoaderException with the loader's own words if it refuses
	 */
	public static long open(Path library) {
		return open(library.toString(), RTLD_NOW | RTLD_LOCAL);
	}

	/**
	 * Opens a library as {@link #open} does, but so that its own definitions, and those
	 * of the libraries that are opened with it, go before those of the process.
	 * @param library the library's path
	 * @return its handle, to be given to {@link #close}
	 * @throws LoaderException with the loader's own words if it refuses
	 */
	public static long openBeforeGlobal(Path library) {
		return open(library.toString(), RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
	}

	/**
	 * Opens a library of the system, if there is one of this name, until the process
	 * ends. A second time changes nothing.
	 * @param name the library's name, for example {@code libgcc_s.so.1}
	 */
	public static void keepOpen(String name) {
		KEPT.computeIfAbsent(name, (unknown) -> dlopen(unknown, RTLD_NOW | RTLD_LOCAL));
	}

	private static long open(String library, int flags) {
		Pointer handle = dlopen(library, flags);
		if (handle == null) {
			throw new LoaderException("dlopen", dlerror());
		}
		return Pointer.nativeValue(handle);
	}

	/**
	 * Finds a symbol of a library, or of the libraries it needs.
	 * @param handle an open library
	 * @param symbol the symbol's name
	 * @return the symbol's address, or empty if there is none
	 */
	public static OptionalLong symbol(long handle, String symbol) {
		Pointer address = dlsym(new Pointer(handle), symbol);
		return (address != null) ? OptionalLong.of(Pointer.nativeValue(address)) : OptionalLong.empty();
	}

	/**
	 * Finds a symbol in the process's global scope.
	 * @param symbol the symbol's name
	 * @return the symbol's address
	 * @throws LoaderException if there is none
	 */
	public static long global(String symbol) {
		Pointer address = dlsym(null, symbol);
		if (address == null) {
			throw new LoaderException("dlsym", "no symbol " + symbol + " in the process");
		}
		return Pointer.nativeValue(address);
	}

	/**
	 * Closes a library; its destructors run on the calling thread. That this returns does
	 * not say that the library is gone: the process maps do.
	 * @param handle an open library, which nobody uses from now on
	 * @throws LoaderException if the loader refuses
	 */
	public static void close(long handle) {
		if (dlclose(new Pointer(handle)) != 0) {
			throw new LoaderException("dlclose", dlerror());
		}
	}

	private static native @Nullable Pointer dlopen(String path, int flags);

	private static native @Nullable Pointer dlsym(@Nullable Pointer handle, String symbol);

	private static native int dlclose(Pointer handle);

	private static native @Nullable String dlerror();

}
