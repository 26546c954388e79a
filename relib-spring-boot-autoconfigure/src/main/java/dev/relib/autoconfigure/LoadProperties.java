// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * Properties of loads: how long they may take, and how large libraries may be.
 */
public class LoadProperties {

	/**
	 * Time that a load may take, without the module's main function, and each reading at
	 * start-up that precedes it. A load that takes longer is given up and undone in the
	 * background. 0 for no limit.
	 */
	private Duration timeout = Duration.ofMinutes(1);

	/**
	 * Largest accepted size of a library's file.
	 */
	private DataSize maxSize = DataSize.ofGigabytes(2);

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public DataSize getMaxSize() {
		return this.maxSize;
	}

	public void setMaxSize(DataSize maxSize) {
		this.maxSize = maxSize;
	}

}
