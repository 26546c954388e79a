// SPDX-License-Identifier: Apache-2.0
package dev.relib;

import java.util.ServiceLoader;

/**
 * Finds relib's own implementations of the interfaces in this package.
 */
final class Services {

	private Services() {
	}

	/**
	 * Returns a new instance of the implementation in the interface's own class loader.
	 * @throws IllegalStateException if relib-core has no implementation
	 */
	static <T> T load(Class<T> type) {
		return ServiceLoader.load(type, type.getClassLoader())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("relib-core is incomplete: it holds no " + type.getName()));
	}

}
