// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.Serial;

import dev.relib.failure.RelibException;
import org.jspecify.annotations.Nullable;

/**
 * A call of the system's loader failed.
 */
public final class LoaderException extends RelibException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param call the function that failed, for example {@code dlopen}
	 * @param reason the loader's own words, {@code null} if it gave none
	 */
	public LoaderException(String call, @Nullable String reason) {
		super(call + " failed: " + ((reason != null) ? reason : "no reason given"));
	}

}
