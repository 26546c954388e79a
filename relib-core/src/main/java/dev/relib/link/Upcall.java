// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

/**
 * A C function that runs Java code. It lives as long as this object is strongly
 * reachable.
 */
public interface Upcall {

	/**
	 * Where the function is.
	 * @return its address, for native code to call on any thread
	 */
	long address();

}
