// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

final class OutOfPaperException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient OutOfPaper error;

	public OutOfPaperException(OutOfPaper error) {
		super(error.sheets() + " sheets missing in " + error.tray());
		if (error.sheets() > 1000) {
			throw new IllegalArgumentException("no tray is that large");
		}
		this.error = error;
	}

	OutOfPaper error() {
		return this.error;
	}

}
