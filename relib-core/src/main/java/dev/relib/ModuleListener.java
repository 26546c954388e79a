package dev.relib;

/**
 * Is told what happens to modules.
 */
@FunctionalInterface
public interface ModuleListener {

	/**
	 * Called on the thread that caused the event, while the module takes no other order.
	 * @param event what happened
	 */
	void onEvent(ModuleEvent event);

}
