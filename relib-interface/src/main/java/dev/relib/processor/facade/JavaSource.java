// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import dev.relib.processor.reader.JavaInterface;

/**
 * A class that is generated beside an interface.
 */
public interface JavaSource {

	/**
	 * The name of the class.
	 * @return a name in the package of the interface
	 */
	String name();

	/**
	 * Writes the class.
	 * @return a source file
	 */
	String text();

	/** Declares the package of an interface. */
	static String declaration(JavaInterface source) {
		return source.packageName().isEmpty() ? "" : "package " + source.packageName() + ";\n\n";
	}

	/** Imports a class of the host if a text names it. */
	static String imported(String name, String text) {
		return text.contains(name) ? "import dev.relib.facade." + name + ";\n" : "";
	}

}
