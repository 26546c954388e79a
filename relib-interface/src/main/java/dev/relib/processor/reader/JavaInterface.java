// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;

import dev.relib.contract.Trait;

/**
 * An interface for code that implements it, in its own package.
 *
 * @param packageName the package, empty for the unnamed one
 * @param name the interface as sources name it, fully qualified
 * @param flatName its name with those of the classes around it, joined by underscores
 * @param trait the interface as a trait
 * @param methods the methods of the trait's functions, in their order
 */
public record JavaInterface(String packageName, String name, String flatName, Trait trait, List<JavaMethod> methods) {

	public JavaInterface {
		methods = List.copyOf(methods);
	}

	/**
	 * Names a class beside the interface.
	 * @param suffix ends the name
	 * @return a qualified name
	 */
	public String inPackage(String suffix) {
		return (this.packageName.isEmpty() ? "" : this.packageName + ".") + this.flatName + suffix;
	}

}
