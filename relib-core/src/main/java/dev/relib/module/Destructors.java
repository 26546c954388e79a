package dev.relib.module;

/**
 * A module's destructors of thread-locals and of values of thread-specific keys.
 *
 * @param pending registered by threads that live, and not begun
 * @param run by ending threads or by an unload
 * @param abandoned never to run: what they were to free is freed with the leaks
 * @param keys live keys of the module, those without a destructor too
 */
public record Destructors(long pending, long run, long abandoned, long keys) {

	/** None, as of a module that does not report. */
	public static final Destructors NONE = new Destructors(0, 0, 0, 0);

}
