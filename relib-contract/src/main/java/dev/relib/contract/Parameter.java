// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * A parameter of a function.
 *
 * @param name its name in snake case, which the other side may choose differently
 * @param type its type, never {@link Scalar#UNIT}
 */
public record Parameter(String name, ValueType type) {

	@Override
	public String toString() {
		return this.name + ": " + this.type.text();
	}

}
