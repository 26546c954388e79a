package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.ModuleLoadException;
import dev.relib.module.ModuleSource;

/**
 * A library comes from neither a file nor the class path, so that nobody can tell who can
 * change it, and nothing else vouches for it.
 */
public final class UnverifiedResourceException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnverifiedResourceException(String module, String location) {
		super(new ModuleSource(module, location),
				"it is neither a file nor on the class path, and neither a checksum nor a signature vouches for it",
				"Install it as a file, or set relib.modules." + module + ".sha256 or relib.policy.public-keys, "
						+ "or set relib.policy.allow-writable to true to trust whoever can change it.");
	}

}
