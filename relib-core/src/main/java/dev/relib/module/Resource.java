// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * Kinds of resources that a host counts for a module.
 */
public enum Resource {

	/** Allocated memory. */
	MEMORY("memory"),
	/** Threads, of which unloads then know only those that are inside the library. */
	THREADS("threads"),
	/** File descriptors. */
	DESCRIPTORS("descriptors"),
	/** Memory mappings. */
	MAPPED_MEMORY("mapped memory"),
	/** Destructors of thread-locals, and thread-specific keys. */
	DESTRUCTORS("destructors");

	private final String text;

	Resource(String text) {
		this.text = text;
	}

	/**
	 * Returns the resource in words.
	 * @return a noun
	 */
	public String text() {
		return this.text;
	}

}
