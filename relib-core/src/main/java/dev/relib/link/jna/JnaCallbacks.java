// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.lang.reflect.Field;
import java.util.Map;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JNA's table of callbacks. It is weak, but JNA's object for a callback with a shape of
 * its own refers to that callback, so that no entry ever goes. JNA's cleaner, a thread,
 * waits for it then, which keeps the class loader of JNA, and all that it has loaded,
 * until the process ends.
 */
final class JnaCallbacks {

	private static final Logger logger = LoggerFactory.getLogger(JnaCallbacks.class);

	private static final @Nullable Object LOCK = read("pointerCallbackMap");

	private static final @Nullable Object ENTRIES = read("callbackMap");

	private JnaCallbacks() {
	}

	/**
	 * Takes a callback out of the table.
	 * @return what the callback has to hold as long as native code may call it;
	 * {@code null} if this JNA has another table, and keeps the callback for ever
	 */
	static @Nullable Object release(Callback callback) {
		if (LOCK == null || !(ENTRIES instanceof Map<?, ?> entries)) {
			return null;
		}
		synchronized (LOCK) {
			return entries.remove(callback);
		}
	}

	private static @Nullable Object read(String name) {
		try {
			Field field = CallbackReference.class.getDeclaredField(name);
			field.setAccessible(true);
			return field.get(null);
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("This JNA keeps callbacks until the process ends", ex);
			return null;
		}
	}

}
