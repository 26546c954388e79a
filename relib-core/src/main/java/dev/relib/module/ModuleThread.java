// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.time.Instant;

/**
 * A thread that a module has started, or that is inside its code, and that the kernel
 * still has. Immutable.
 *
 * @param id the kernel's thread id; 0 while the thread starts, and if it is unknown
 * @param name the kernel's name of the thread
 * @param started when the module started it
 * @param origin the place in the module's code that started it; {@code at} and the place
 * where it is if only a look at its stack has found it
 * @param detached whether the module has detached it
 */
public record ModuleThread(long id, String name, Instant started, String origin, boolean detached) {

	/**
	 * Says which thread this is.
	 * @return name, id and origin
	 */
	public String describe() {
		String where = this.origin.startsWith("at ") ? this.origin : "started by " + this.origin;
		return "'" + this.name + "' (id " + this.id + ", " + where + ")";
	}

}
