// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import java.util.Map;

import com.sun.jna.Function;
import com.sun.jna.JNIEnv;
import com.sun.jna.Library;
import com.sun.jna.Pointer;

/**
 * Gives classes native methods of a library that the JVM has not opened. The JVM lets a
 * library serve one class loader only.
 */
public final class JnaNatives {

	private JnaNatives() {
	}

	/**
	 * Has a function register native methods. They last as long as the class, which
	 * nobody keeps for them.
	 * @param function the address of a C function that takes what JNI passes to a static
	 * native method, and returns 0, or something else with an exception pending
	 * @param type the class with the methods
	 */
	public static void register(long function, Class<?> type) {
		Object failed = Function.getFunction(new Pointer(function))
			.invoke(int.class, new Object[] { JNIEnv.CURRENT, type }, Map.of(Library.OPTION_ALLOW_OBJECTS, true));
		if (!failed.equals(0)) {
			throw new IllegalStateException("the native methods of " + type + " are not those of librelib_rt");
		}
	}

}
