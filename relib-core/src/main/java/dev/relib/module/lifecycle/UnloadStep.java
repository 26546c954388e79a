// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * One step of an unload.
 */
interface UnloadStep {

	/** Returns the step as a clause without subject, for log messages. */
	String text();

	/**
	 * Takes the step.
	 * @param unload the unload that it belongs to
	 * @return why the unload ends here; {@code null} to continue with the next step
	 */
	@Nullable Obstacle take(Unload unload);

}
