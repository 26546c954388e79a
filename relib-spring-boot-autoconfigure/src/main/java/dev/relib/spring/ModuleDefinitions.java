// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.IOException;
import java.nio.file.Path;

import dev.relib.LibraryPolicy;
import dev.relib.ModuleDefinition;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.lifecycle.TimedReading;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ResourceUtils;

/**
 * Makes {@link ModuleDefinition module definitions} of configured locations, options and
 * the application's policy.
 */
public final class ModuleDefinitions {

	private final LibraryLocations locations;

	private final LibraryPolicy policy;

	/**
	 * Creates a factory of definitions.
	 * @param locations resolves the locations of libraries
	 * @param policy the policy that all libraries must satisfy
	 */
	public ModuleDefinitions(LibraryLocations locations, LibraryPolicy policy) {
		this.locations = locations;
		this.policy = policy;
	}

	/**
	 * Defines a module. The policy checks the directory of a library only if it is a file
	 * outside the class path; of all other libraries it checks the content only.
	 * @param name the module's name
	 * @param location the location of the module's library
	 * @param options how the module is loaded, called and unloaded
	 * @param sha256 the SHA-256 that the library must have, in hexadecimal; {@code null}
	 * to accept any
	 * @param signature the location of the library's signature; {@code null} for the
	 * library's location with {@value LibraryPolicy#SIGNATURE_EXTENSION} appended
	 * @return the definition
	 * @throws dev.relib.failure.LoadTimeoutException if the location is a resource that
	 * is not read in the time that a load may take
	 * @throws UnreadableResourceException if the location is a resource that can not be
	 * read
	 * @throws UnverifiedResourceException if the location is neither a file nor on the
	 * class path, and neither checksum, signature nor policy accepts it
	 * @throws LibrarySignatureException if the location of the signature is a resource
	 * that can not be read
	 */
	public ModuleDefinition define(String name, String location, ModuleOptions options, @Nullable String sha256,
			@Nullable String signature) {
		return TimedReading.run(new ModuleSource(name, location), options.load(),
				() -> read(name, location, options, sha256, signature));
	}

	private ModuleDefinition read(String name, String location, ModuleOptions options, @Nullable String sha256,
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
		return new ModuleDefinition(name, path, copy ? LibraryLocations.complete(location) : path.toString(), options,
				(beside != null) ? own.toBuilder().signature(signature(name, location, beside)).build() : own);
	}

	/**
	 * Libraries on the class path are as trustworthy as the classes on it: whoever can
	 * change one can change the other.
	 */
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
