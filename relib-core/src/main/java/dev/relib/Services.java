package dev.relib;

import java.util.ServiceLoader;

/**
 * Finds relib's own implementations of the interfaces that this package declares.
 */
final class Services {

	private Services() {
	}

	/** A new instance of the first implementation that stands beside the interface. */
	static <T> T load(Class<T> type) {
		return ServiceLoader.load(type, type.getClassLoader())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("relib-core is incomplete: it holds no " + type.getName()));
	}

}
