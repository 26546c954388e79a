// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A function that returns one of its arguments.
 */
record RandomFunction(String name, List<Kind> parameters, int returned, boolean optional) {

	private static final int MAX_PARAMETERS = 20;

	static RandomFunction of(Random random, String name, List<Kind> kinds, boolean optional) {
		List<Kind> parameters = new ArrayList<>();
		int count = 1 + random.nextInt(MAX_PARAMETERS);
		for (int i = 0; i < count; i++) {
			parameters.add(kinds.get(random.nextInt(kinds.size())));
		}
		int returned = random.nextInt(count);
		return new RandomFunction(name, parameters, returned,
				optional && random.nextBoolean() && !parameters.get(returned).optional().isEmpty());
	}

	private Kind result() {
		return this.parameters.get(this.returned);
	}

	/** Declares the method. */
	String java() {
		return join((i) -> this.parameters.get(i).java() + " p" + i,
				(this.optional ? result().optional() : result().java()) + " " + this.name + "(", ");");
	}

	/** The head of the function in C. */
	String head(String trait) {
		return join((i) -> this.parameters.get(i).parameter() + " p" + i,
				result().returned() + " " + trait + "_" + this.name + "(", ")");
	}

	/** A call in C with its own parameters. */
	String call(String trait) {
		return join((i) -> "p" + i, trait + "_" + this.name + "(", ")");
	}

	/** Hashes all parameters, and returns one. */
	String echo() {
		return IntStream.range(0, this.parameters.size())
			.mapToObj((i) -> this.parameters.get(i).hash(this.parameters.get(i).value("p" + i)))
			.collect(Collectors.joining("\n\t", "{\n\thash = START;\n\t",
					"\n\treturn " + result().copy("p" + this.returned) + ";\n}\n"));
	}

	private String join(IntFunction<String> part, String before, String after) {
		return IntStream.range(0, this.parameters.size())
			.mapToObj(part)
			.collect(Collectors.joining(", ", before, after));
	}

	Object[] arguments(Random random, ClassLoader loader) {
		return this.parameters.stream().map((kind) -> kind.random(random, loader)).toArray();
	}

}
