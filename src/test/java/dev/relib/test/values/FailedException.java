// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

final class FailedException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Failure failure;

	public FailedException(Failure failure) {
		super(failure.message());
		this.failure = failure;
	}

	Failure failure() {
		return this.failure;
	}

}
