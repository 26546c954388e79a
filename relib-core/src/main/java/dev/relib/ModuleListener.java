// SPDX-License-Identifier: Apache-2.0
package dev.relib;

/**
 * Receives the events of a registry's modules. Events of different modules may arrive on
 * several threads at the same time: implementations are thread-safe.
 */
@FunctionalInterface
public interface ModuleListener {

	/**
	 * Called after each operation of a module, once the operation's lock is released, so
	 * that the listener may run operations itself. The events of one module arrive in
	 * their order and one at a time: on the thread of the operation, or on a thread that
	 * is still delivering an earlier event. Exceptions are logged.
	 * @param event the event
	 */
	void onEvent(ModuleEvent event);

}
