// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

/**
 * The checked exception of {@link HiddenWork}.
 */
final class WorkException extends Exception {

	private static final long serialVersionUID = 1L;

	public WorkException(Reason reason) {
		super(reason.text());
	}

}
