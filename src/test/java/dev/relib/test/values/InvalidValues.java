// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

import dev.relib.RelibExports;

/**
 * Returns and passes invalid values: broken UTF-8 and unknown enum constants.
 */
@RelibExports
interface InvalidValues {

	String text();

	Level level();

	Part part();

	List<Part> parts();

	List<String> texts();

	void fail() throws FailedException;

	void passText();

	void passLevel();

	void passParts();

}
