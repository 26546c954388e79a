package dev.relib.module.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * One step of an unload.
 */
interface UnloadStep {

	/** What the step does, for log messages: a clause without subject. */
	String text();

	/**
	 * Takes the step.
	 * @param unload the unload that it is part of
	 * @return why the unload ends here, {@code null} to go on with the next step
	 */
	@Nullable Obstacle take(Unload unload);

}
