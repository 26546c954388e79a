package dev.relib.module;

import java.time.Instant;

/**
 * A thread that a module has started and the kernel still has.
 *
 * @param id the kernel's thread id; 0 while the thread starts
 * @param name its name as the kernel has it
 * @param started when it started
 * @param origin the place in the module's code that started it
 * @param detached whether the module has given up joining it
 */
public record ModuleThread(long id, String name, Instant started, String origin, boolean detached) {

}
