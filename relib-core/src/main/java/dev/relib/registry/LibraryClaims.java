// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

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
	 * Claims a module's library in a load, and restores the module's previous claim if
	 * the load fails.
	 * @param source the module and its library
	 * @param load is given what makes the claim, on any thread; that throws
	 * {@link ModuleAlreadyLoadedException} if another module has claimed the library
	 */
	<T> T claim(ModuleSource source, Function<Runnable, T> load) {
		Claim claim = new Claim(source);
		try {
			return load.apply(claim::make);
		}
		catch (RuntimeException | Error ex) {
			claim.undo();
			throw ex;
		}
	}

	/** Ends a module's claim. */
	void release(String module) {
		replace(module, null);
	}

	private @Nullable Path replace(String module, @Nullable Path library) {
		synchronized (this.claimed) {
			return (library != null) ? this.claimed.put(module, library) : this.claimed.remove(module);
		}
	}

	/** A file may have two names, and be replaced under one of them. */
	private Map<String, Path> snapshot() {
		synchronized (this.claimed) {
			return Map.copyOf(this.claimed);
		}
	}

	/** Asks the file system for what is at a path now. */
	private static @Nullable Object file(Path path) {
		try {
			return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
		}
		catch (IOException ex) {
			logger.trace("{} is gone", path, ex);
			return null;
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

	/** The claim of one load, which may be given up before it is made. */
	private final class Claim {

		private final ModuleSource source;

		private boolean made;

		private boolean undone;

		private @Nullable Path previous;

		Claim(ModuleSource source) {
			this.source = source;
		}

		void make() {
			Path library = realPath(this.source.path());
			if (library != null) {
				Object file = file(library);
				snapshot().forEach((module, path) -> requireOther(module,
						path.equals(library) || (file != null && file.equals(file(path)))));
				make(library);
			}
		}

		/** Compares no files: a file system may not answer. */
		private void make(Path library) {
			synchronized (LibraryClaims.this.claimed) {
				if (!this.undone) {
					LibraryClaims.this.claimed.forEach((module, path) -> requireOther(module, path.equals(library)));
					this.previous = replace(this.source.module(), library);
					this.made = true;
				}
			}
		}

		private void requireOther(String module, boolean same) {
			if (same && !module.equals(this.source.module())) {
				throw new ModuleAlreadyLoadedException(this.source, module);
			}
		}

		void undo() {
			synchronized (LibraryClaims.this.claimed) {
				this.undone = true;
				if (this.made) {
					replace(this.source.module(), this.previous);
				}
			}
		}

	}

}
