// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.Random;

/**
 * The enum of all contracts.
 */
record EnumKind() implements Kind {

	static final String SOURCE = "public enum Colour { RED, GREEN, BLUE }";

	@Override
	public String java() {
		return "Colour";
	}

	@Override
	public String parameter() {
		return "Colour";
	}

	@Override
	public String returned() {
		return "Colour";
	}

	@Override
	public String hash(String value) {
		return "{ int32_t ordinal = (int32_t)" + value + "; mix(&ordinal, sizeof(ordinal)); }";
	}

	@Override
	public Object random(Random random, ClassLoader loader) {
		Object[] constants = RandomContract.type(loader, "Colour").getEnumConstants();
		return constants[random.nextInt(constants.length)];
	}

}
