// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.util.Optional;
import java.util.OptionalLong;

import dev.relib.marshal.ExportCall;

/**
 * A generation without a library, for tests that make no calls.
 */
final class NoCode implements GenerationCode {

	@Override
	public Optional<String> takePanicMessage() {
		return Optional.empty();
	}

	@Override
	public OptionalLong symbol(String name) {
		return OptionalLong.empty();
	}

	@Override
	public ExportCall main(Class<?> type) {
		throw new AssertionError("nobody calls main");
	}

}
