// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * What an unload gives back of the resources that a module has not released. The unload
 * reports them in any case. Immutable.
 *
 * @param freeLeaks whether leaked memory is freed
 * @param closeDescriptors whether open file descriptors are closed
 * @param unmapMemory whether mappings are unmapped
 * @param runDestructors whether destructors of thread-locals are run that living threads
 * have registered; {@code false} to abandon them
 */
public record Cleanup(boolean freeLeaks, boolean closeDescriptors, boolean unmapMemory, boolean runDestructors) {

	/** Gives everything back. */
	public static final Cleanup ALL = new Cleanup(true, true, true, true);

}
