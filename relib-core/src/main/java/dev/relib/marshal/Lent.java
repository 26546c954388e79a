// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

/**
 * Java values that a call has lent to a function as memory.
 */
interface Lent {

	/** Where the function sees them. */
	long address();

	/** How much memory they take, in bytes. */
	long size();

	/**
	 * Brings the Java values up to date.
	 * @param before the address of a copy of the memory as it was before the call
	 * @throws MarshallingException if the function has left what is no value
	 */
	void copyBack(long before);

}
