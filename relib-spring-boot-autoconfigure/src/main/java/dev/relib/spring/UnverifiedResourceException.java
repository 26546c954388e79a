// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.Serial;

import dev.relib.failure.ModuleLoadException;
import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is neither a file nor on the class path, and has neither checksum
 * nor signature. Who can change such a library can not be determined.
 */
public final class UnverifiedResourceException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnverifiedResourceException(String module, String location) {
		super(new ModuleSource(module, location),
				"it is a resource outside the class path without checksum or signature: anyone may be able to change it",
				"Install it as a file, or set relib.modules." + module + ".sha256 or relib.policy.public-keys, "
						+ "or set relib.policy.allow-writable to true if everyone who can change it is to be trusted.");
	}

}
