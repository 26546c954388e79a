// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.Locale;

/**
 * The ways to call native code, to choose from.
 */
public enum LinkerOption {

	/** The fastest that works on this JVM. */
	AUTO,
	/** The JDK's own, {@code java.lang.foreign}, of JDK 22 and later. */
	FFM,
	/** Native methods of relib's own library. */
	JNI,
	/** JNA, which works everywhere. */
	JNA;

	/**
	 * What it is called in the configuration.
	 * @return for example {@code ffm}
	 */
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Finds a way by what it is called.
	 * @param text for example {@code ffm}
	 * @return the way
	 * @throws IllegalArgumentException if there is none
	 */
	public static LinkerOption of(String text) {
		for (LinkerOption option : values()) {
			if (option.text().equals(text)) {
				return option;
			}
		}
		throw new IllegalArgumentException("relib.linker is auto, ffm, jni or jna, not '" + text + "'");
	}

}
