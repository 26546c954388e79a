// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

import java.util.stream.IntStream;

import dev.relib.RelibExports;

/**
 * An export interface that only its own package sees.
 */
@RelibExports
interface HiddenWork extends HiddenSum {

	int work(int number);

	int checked(int number) throws WorkException;

	default int twice(int number) {
		return work(number) + work(number);
	}

	default int failing() throws WorkException {
		throw new WorkException(new Reason("from a default method"));
	}

	@Override
	default int sum(int... numbers) {
		return IntStream.of(numbers).map(this::work).sum() + HiddenSum.super.sum(numbers);
	}

}
