// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The toolkit that a module was built with.
 */
public enum ModuleKind {

	/**
	 * Detect {@link #KIT} or {@link #UPSTREAM} from the library; a {@link #PLAIN} one is
	 * refused.
	 */
	AUTO,
	/** relib's own module kit. */
	KIT,
	/**
	 * The crates {@code relib_module} and {@code relib_interface} of upstream's relib.
	 */
	UPSTREAM,
	/** No toolkit: any library with C functions. */
	PLAIN

}
