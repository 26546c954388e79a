package dev.relib.spring;

import java.io.IOException;
import java.nio.file.Path;

import dev.relib.LibraryPolicy;
import dev.relib.ModuleDefinition;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ResourceUtils;

/**
 * Defines modules by what users write of them.
 */
public final class ModuleDefinitions {

	private final LibraryLocations locations;

	private final LibraryPolicy policy;

	/**
	 * Creates definitions.
	 * @param locations where libraries are
	 * @param policy what all of them must satisfy
	 */
	public ModuleDefinitions(LibraryLocations locations, LibraryPolicy policy) {
		this.locations = locations;
		this.policy = policy;
	}

	/**
	 * Defines a module. A library on the class path, in a jar or not, and one in a jar
	 * elsewhere is in no directory; it is asked for its bytes only.
	 * @param name the module's name
	 * @param location the location of its library
	 * @param options how it is treated
	 * @param sha256 the SHA-256 that the library must have, {@code null} for any
	 * @param signature the location of its signature, {@code null} for beside the library
	 * @return the definition
	 * @throws UnreadableResourceException if there is no such resource
	 * @throws UnverifiedResourceException if it is neither a file nor on the class path,
	 * and may be anything
	 * @throws LibrarySignatureException if there is no signature beside a resource that
	 * must have one
	 */
	public ModuleDefinition define(String name, String location, ModuleOptions options, @Nullable String sha256,
			@Nullable String signature) {
		Path path = this.locations.resolve(name, location);
		boolean copy = this.locations.isCopy(path);
		LibraryPolicy own = this.policy.toBuilder()
			.sha256(sha256)
			.trustedLocation(copy || isOnClassPath(location))
			.build();
		String beside = signature;
		if (copy) {
			requireVerified(name, location, own);
			if (signature == null && !own.keys().isEmpty()) {
				beside = LibraryLocations.complete(location) + LibraryPolicy.SIGNATURE_EXTENSION;
			}
		}
		return new ModuleDefinition(name, path, options,
				(beside != null) ? own.toBuilder().signature(signature(name, location, beside)).build() : own);
	}

	/** Who can change the class path can change the application as well. */
	private static boolean isOnClassPath(String location) {
		return location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX);
	}

	private static void requireVerified(String name, String location, LibraryPolicy policy) {
		if (!isOnClassPath(location) && !policy.allowWritable() && policy.sha256() == null && policy.keys().isEmpty()) {
			throw new UnverifiedResourceException(name, LibraryLocations.complete(location));
		}
	}

	private Path signature(String name, String location, String signature) {
		try {
			return this.locations.find(signature);
		}
		catch (IOException ex) {
			throw new LibrarySignatureException(new ModuleSource(name, LibraryLocations.complete(location)), signature,
					ex);
		}
	}

}
