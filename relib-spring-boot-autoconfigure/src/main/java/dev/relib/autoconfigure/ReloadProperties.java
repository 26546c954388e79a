// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

/**
 * Properties of reloads, in {@code relib.reload}.
 */
public class ReloadProperties {

	/**
	 * Number of replaced generations of a module that may still be loaded because their
	 * unload is refused. A further reload is refused.
	 */
	private int maxRetired = 4;

	public int getMaxRetired() {
		return this.maxRetired;
	}

	public void setMaxRetired(int maxRetired) {
		this.maxRetired = maxRetired;
	}

}
