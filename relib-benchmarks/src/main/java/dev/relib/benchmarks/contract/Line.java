// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.contract;

/**
 * A line of an order.
 *
 * @param article the article's number
 * @param quantity how many of it
 * @param price the price of one
 */
public record Line(int article, int quantity, double price) {

}
