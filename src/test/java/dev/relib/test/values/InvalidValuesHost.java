// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

import dev.relib.RelibImports;

/**
 * Imports that are passed invalid values.
 */
@RelibImports
interface InvalidValuesHost {

	void text(String v);

	void level(Level v);

	void parts(List<Part> v);

}
