// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import dev.relib.RelibImports;

/**
 * Receives progress reports from native modules. Implemented by {@link Jobs}.
 */
@RelibImports
public interface Progress {

	/**
	 * Reports the progress of the running call.
	 * @param percent the completed part, from 0 to 100
	 */
	void report(int percent);

}
