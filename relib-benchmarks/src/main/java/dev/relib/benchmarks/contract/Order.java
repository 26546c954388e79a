// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.contract;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An order.
 *
 * @param id its number
 * @param total its price
 * @param lines what is ordered
 */
public record Order(long id, double total, List<Line> lines) {

	/**
	 * Creates an order without a total.
	 * @param lines how many lines it has
	 * @return the order
	 */
	public static Order of(int lines) {
		return new Order(7, 0, IntStream.range(0, lines).mapToObj((i) -> new Line(i, i + 1, i / 2.0)).toList());
	}

}
