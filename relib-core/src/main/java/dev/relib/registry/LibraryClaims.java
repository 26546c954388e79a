// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The libraries that a registry's modules have loaded. Two modules must not load the same
 * library: its state would exist twice. Thread-safe.
 */
final class LibraryClaims {

	private static final Logger logger = LoggerFactory.getLogger(LibraryClaims.class);

	private final Map<String, Path> claimed = new HashMap<>();

	/**
	 * Claims a module's library for a load, and restores the module's previous claim if
	 * the load fails.
	 * @throws ModuleAlreadyLoadedException if another module has claimed the library
	 */
	<T> T claim(ModuleSource source, Supplier<T> load) {
		Path previous = claim(source);
		try {
			return load.get();
		}
		catch (RuntimeException | Error ex) {
			replace(source.module(), previous);
			throw ex;
		}
	}

	/** Ends a module's claim. */
	void release(String module) {
		replace(module, null);
	}

	private @Nullable Path claim(ModuleSource source) {
		Path library = realPath(source.path());
		synchronized (this.claimed) {
			this.claimed.forEach((module, path) -> {
				if (!module.equals(source.module()) && isSame(path, library)) {
					throw new ModuleAlreadyLoadedException(source, module);
				}
			});
			return replace(source.module(), (library != null) ? library : this.claimed.get(source.module()));
		}
	}

	private @Nullable Path replace(String module, @Nullable Path library) {
		synchronized (this.claimed) {
			return (library != null) ? this.claimed.put(module, library) : this.claimed.remove(module);
		}
	}

	/** A file may have two names, and be replaced under one of them. */
	private static boolean isSame(Path claimed, @Nullable Path library) {
		try {
			return library != null && (claimed.equals(library) || Files.isSameFile(claimed, library));
		}
		catch (IOException ex) {
			logger.trace("{} or {} is gone", claimed, library, ex);
			return false;
		}
	}

	private static @Nullable Path realPath(Path path) {
		try {
			return path.toRealPath();
		}
		catch (IOException ex) {
			logger.trace("{} has no real path", path, ex);
			return null;
		}
	}

}
