// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The last million generations that were closed. Callers look without any order between
 * their reads and others, so that they have no fence by this.
 */
final class ClosedGenerations {

	private static final int REMEMBERED = 1 << 20;

	private final AtomicLongArray closed = new AtomicLongArray(REMEMBERED);

	void add(long id) {
		this.closed.setOpaque(slot(id), id);
	}

	boolean has(long id) {
		return this.closed.getOpaque(slot(id)) == id;
	}

	private static int slot(long id) {
		return (int) id & (REMEMBERED - 1);
	}

}
