// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;

/**
 * A checked exception that a method declares. {@link ValueTypeReader} sees loaded classes
 * and classes that are being compiled through this interface.
 */
public interface JavaException {

	/**
	 * Returns the canonical name of the exception.
	 * @return for example {@code java.io.IOException}
	 */
	String name();

	/**
	 * Tells whether the class is abstract, so that it has no instances of its own.
	 * @return {@code true} for an abstract class
	 */
	boolean isAbstract();

	/**
	 * Lists the records from which the exception can be created.
	 * @return the parameter of each public constructor whose only parameter is a record
	 */
	List<JavaType> records();

}
