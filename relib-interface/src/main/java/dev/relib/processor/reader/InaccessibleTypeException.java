// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.io.Serial;

/**
 * Code in the package of an interface can not name a type that the interface uses.
 */
final class InaccessibleTypeException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	InaccessibleTypeException(String name) {
		super(name);
	}

}
