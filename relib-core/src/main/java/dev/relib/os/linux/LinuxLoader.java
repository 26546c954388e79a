// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import dev.relib.os.DynamicLoader;
import dev.relib.os.LoaderException;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * The loader of the C library, called directly: JNA's own way to open libraries shares
 * handles by name and closes what the garbage collector finds.
 */
final class LinuxLoader implements DynamicLoader {

	private static final int RTLD_NOW = 0x2;

	private static final int RTLD_LOCAL = 0;

	private static final int RTLD_GLOBAL = 0x100;

	private static final int RTLD_DEEPBIND = 0x8;

	private static final long RTLD_DEFAULT = 0;

	private final Libc libc;

	private final Map<String, Long> kept = new ConcurrentHashMap<>();

	/**
	 * Takes a text and errors once, so that all that they go through is linked: to link a
	 * native method, the JVM asks the loader for a symbol, and the loader forgets the
	 * error and frees its text.
	 */
	LinuxLoader(Libc libc) {
		this.libc = libc;
		libc.strerror(libc.errno());
		dlopen(Path.of("/"), RTLD_NOW | RTLD_LOCAL);
		libc.dlerror();
	}

	@Override
	public long open(Path library) {
		return open(library, RTLD_NOW | RTLD_LOCAL);
	}

	@Override
	public long openForAll(Path library) {
		return open(library, RTLD_NOW | RTLD_GLOBAL);
	}

	@Override
	public long openBeforeGlobal(Path library) {
		return open(library, RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
	}

	@Override
	public void keepOpen(String name) {
		this.kept.computeIfAbsent(name, this::find);
	}

	private @Nullable Long find(String name) {
		long handle = dlopen(Path.of(name), RTLD_NOW | RTLD_LOCAL);
		return (handle != 0) ? handle : null;
	}

	private long open(Path library, int flags) {
		long handle = dlopen(library, flags);
		if (handle == 0) {
			throw new LoaderException("dlopen", this.libc.dlerror());
		}
		return handle;
	}

	private long dlopen(Path library, int flags) {
		try (NativeMemory path = NativeMemory.of(library)) {
			return this.libc.dlopen(path.address(), flags);
		}
	}

	@Override
	public OptionalLong symbol(long handle, String symbol) {
		long address = this.libc.dlsym(handle, symbol);
		return (address != 0) ? OptionalLong.of(address) : OptionalLong.empty();
	}

	@Override
	public OptionalLong symbol(long handle, String symbol, String version) {
		OptionalLong dlvsym = symbol(RTLD_DEFAULT, "dlvsym");
		long address = dlvsym.isPresent() ? this.libc.dlvsym(dlvsym.getAsLong(), handle, symbol, version) : 0;
		return (address != 0) ? OptionalLong.of(address) : OptionalLong.empty();
	}

	@Override
	public long global(String symbol) {
		return symbol(RTLD_DEFAULT, symbol)
			.orElseThrow(() -> new LoaderException("dlsym", "no symbol " + symbol + " in the process"));
	}

	@Override
	public boolean hasGlobal(String symbol) {
		return symbol(RTLD_DEFAULT, symbol).isPresent();
	}

	@Override
	public void close(long handle) {
		if (this.libc.dlclose(handle) != 0) {
			throw new LoaderException("dlclose", this.libc.dlerror());
		}
	}

}
