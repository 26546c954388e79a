package dev.relib.autoconfigure.endpoint;

import java.time.Instant;

import dev.relib.module.ModuleThread;

/**
 * A thread that a module has started.
 *
 * @param id the kernel's thread id; 0 while the thread starts
 * @param name its name as the kernel has it
 * @param started when it started
 * @param origin the place in the module's code that started it
 * @param detached whether the module has given up joining it
 */
public record ThreadDescriptor(long id, String name, Instant started, String origin, boolean detached) {

	static ThreadDescriptor of(ModuleThread thread) {
		return new ThreadDescriptor(thread.id(), thread.name(), thread.started(), thread.origin(), thread.detached());
	}

}
