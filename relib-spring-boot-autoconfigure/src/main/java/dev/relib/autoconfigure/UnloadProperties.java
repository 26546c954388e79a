// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.time.Duration;

/**
 * Properties of unloads: how long they wait, and which resources they release.
 */
public class UnloadProperties {

	/**
	 * Time to wait for calls in flight to return. If it expires, the unload is refused.
	 */
	private Duration drainTimeout = Duration.ofSeconds(10);

	/**
	 * Time to wait for a module's before_unload function to return. If it expires, the
	 * unload is refused.
	 */
	private Duration beforeUnloadTimeout = Duration.ofSeconds(10);

	/**
	 * Time to wait for a module's threads to end. If it expires, the unload is refused.
	 */
	private Duration threadsTimeout = Duration.ofSeconds(10);

	/**
	 * Whether memory that a module has leaked is freed after its unload.
	 */
	private boolean freeLeaks = true;

	/**
	 * Whether file descriptors that a module has left open are closed after its unload.
	 */
	private boolean closeDescriptors = true;

	/**
	 * Whether memory that a module has left mapped is unmapped after its unload.
	 */
	private boolean unmapMemory = true;

	/**
	 * Whether an unload runs the destructors of a module's thread-local objects that
	 * belong to threads which outlive the module. If not, these destructors never run,
	 * and the memory they would have freed is a leak.
	 */
	private boolean runThreadLocalDestructors = true;

	public Duration getDrainTimeout() {
		return this.drainTimeout;
	}

	public void setDrainTimeout(Duration drainTimeout) {
		this.drainTimeout = drainTimeout;
	}

	public Duration getBeforeUnloadTimeout() {
		return this.beforeUnloadTimeout;
	}

	public void setBeforeUnloadTimeout(Duration beforeUnloadTimeout) {
		this.beforeUnloadTimeout = beforeUnloadTimeout;
	}

	public Duration getThreadsTimeout() {
		return this.threadsTimeout;
	}

	public void setThreadsTimeout(Duration threadsTimeout) {
		this.threadsTimeout = threadsTimeout;
	}

	public boolean isFreeLeaks() {
		return this.freeLeaks;
	}

	public void setFreeLeaks(boolean freeLeaks) {
		this.freeLeaks = freeLeaks;
	}

	public boolean isCloseDescriptors() {
		return this.closeDescriptors;
	}

	public void setCloseDescriptors(boolean closeDescriptors) {
		this.closeDescriptors = closeDescriptors;
	}

	public boolean isUnmapMemory() {
		return this.unmapMemory;
	}

	public void setUnmapMemory(boolean unmapMemory) {
		this.unmapMemory = unmapMemory;
	}

	public boolean isRunThreadLocalDestructors() {
		return this.runThreadLocalDestructors;
	}

	public void setRunThreadLocalDestructors(boolean runThreadLocalDestructors) {
		this.runThreadLocalDestructors = runThreadLocalDestructors;
	}

}
