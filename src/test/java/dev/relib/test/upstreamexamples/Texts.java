// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibExports;

/**
 * Exports of the crate {@code texts}.
 */
@RelibExports
public interface Texts {

	String greet();

	String longest(String words);

	int[] doubled(int[] numbers);

	long keep(long bytes);

}
