package dev.relib.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which module of a registry is loaded from which library. Two modules from one library
 * would be two copies of its state under different names, which nobody means.
 */
final class LibraryClaims {

	private static final Logger logger = LoggerFactory.getLogger(LibraryClaims.class);

	private final Map<String, Path> claimed = new HashMap<>();

	/**
	 * Claims a library for a module.
	 * @return the library that the module had claimed before, {@code null} if none
	 * @throws ModuleAlreadyLoadedException if another module has claimed it
	 */
	@Nullable Path claim(ModuleSource source) {
		Path library = realPath(source.path());
		synchronized (this.claimed) {
			this.claimed.forEach((module, path) -> {
				if (path.equals(library) && !module.equals(source.module())) {
					throw new ModuleAlreadyLoadedException(source, module);
				}
			});
			return restore(source.module(), (library != null) ? library : this.claimed.get(source.module()));
		}
	}

	/**
	 * Changes a module's claim back.
	 * @param library the library, {@code null} for none
	 * @return the claim until now
	 */
	@Nullable Path restore(String module, @Nullable Path library) {
		synchronized (this.claimed) {
			return (library != null) ? this.claimed.put(module, library) : this.claimed.remove(module);
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
