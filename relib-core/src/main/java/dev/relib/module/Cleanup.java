package dev.relib.module;

/**
 * What an unload does with what a module has left behind. It is counted and listed in any
 * case.
 *
 * @param freeLeaks whether memory is freed
 * @param closeDescriptors whether file descriptors are closed
 * @param unmapMemory whether mappings are unmapped
 * @param runDestructors whether destructors of thread-locals of living threads are run,
 * in their stead; if not, they never run
 */
public record Cleanup(boolean freeLeaks, boolean closeDescriptors, boolean unmapMemory, boolean runDestructors) {

	/** Everything. */
	public static final Cleanup ALL = new Cleanup(true, true, true, true);

}
