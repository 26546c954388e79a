// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.randomsignatures;

import java.util.Random;

/**
 * A type of values, as Java and C see it.
 */
interface Kind {

	/** The Java type, with the annotation that it needs. */
	String java();

	/** How C takes it. */
	String parameter();

	/** How C returns it. */
	String returned();

	/** What C returns for a parameter. */
	default String copy(String parameter) {
		return parameter;
	}

	/** The value of a parameter, where C has it. */
	default String value(String parameter) {
		return parameter;
	}

	/** Statements of C that mix a value into a hash, in the order of {@link Encoding}. */
	String hash(String value);

	Object random(Random random, ClassLoader loader);

	/** Whether records and lists may hold it. */
	default boolean nests() {
		return true;
	}

	/** Whether imports may take and return it. */
	default boolean isImported() {
		return true;
	}

	/** The optional of it that an export may return; empty for none. */
	default String optional() {
		return "";
	}

}
