// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A value that crosses as itself.
 */
record ScalarKind(String java, String parameter, Function<Random, Object> make) implements Kind {

	private static final int WIDE = 128;

	static final List<Kind> ALL = List.of(new ScalarKind("boolean", "bool", Random::nextBoolean),
			new ScalarKind("byte", "int8_t", (random) -> (byte) random.nextInt()),
			new ScalarKind("short", "int16_t", (random) -> (short) random.nextInt()),
			new ScalarKind("int", "int32_t", Random::nextInt), new ScalarKind("long", "int64_t", Random::nextLong),
			new ScalarKind("float", "float", (random) -> (float) random.nextGaussian()),
			new ScalarKind("double", "double", Random::nextGaussian),
			new ScalarKind("@RelibCodePoint int", "uint32_t", (random) -> random.nextInt(0xd800)));

	/** For exports; no function takes them on AArch64. */
	static final List<Kind> WIDES = List.of(
			new ScalarKind("BigInteger", "relib_i128",
					(random) -> new BigInteger(WIDE, random).subtract(BigInteger.ONE.shiftLeft(WIDE - 1))),
			new ScalarKind("@RelibUnsigned BigInteger", "relib_u128", (random) -> new BigInteger(WIDE, random)));

	@Override
	public String returned() {
		return this.parameter;
	}

	@Override
	public String hash(String value) {
		return "mix(&%1$s, sizeof(%1$s));".formatted(value);
	}

	@Override
	public Object random(Random random, ClassLoader loader) {
		return this.make.apply(random);
	}

	private boolean isWide() {
		return this.java.endsWith("BigInteger");
	}

	@Override
	public boolean nests() {
		return !isWide();
	}

	@Override
	public boolean isImported() {
		return !isWide();
	}

	@Override
	public String optional() {
		return switch (this.java) {
			case "int" -> "OptionalInt";
			case "long" -> "OptionalLong";
			case "double" -> "OptionalDouble";
			default -> "";
		};
	}

}
