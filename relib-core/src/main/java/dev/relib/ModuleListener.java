package dev.relib;

/**
 * Listens to the events of modules.
 */
@FunctionalInterface
public interface ModuleListener {

	/**
	 * Called after the operation that the event belongs to, in the order of the events of
	 * its module, and while the module may run other operations. That is on the thread of
	 * the operation, unless an earlier event of the module is still being delivered by
	 * another thread, which delivers this one next.
	 * @param event the event
	 */
	void onEvent(ModuleEvent event);

}
