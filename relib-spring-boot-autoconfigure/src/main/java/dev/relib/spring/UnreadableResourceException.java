// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.IOException;
import java.io.Serial;

import dev.relib.failure.ModuleLoadException;
import dev.relib.module.ModuleSource;

/**
 * Thrown when the location of a module's library is a resource that can not be read.
 */
public final class UnreadableResourceException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnreadableResourceException(String module, String location, IOException cause) {
		super(new ModuleSource(module, location), "the resource can not be read: " + cause.getMessage(),
				"Put the library at this location, or correct the module's path.", cause);
	}

}
