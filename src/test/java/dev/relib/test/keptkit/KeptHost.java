// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptkit;

import dev.relib.RelibImports;

/**
 * What the kept modules call back.
 */
@RelibImports
public interface KeptHost {

	String answer(String text);

	void heard(String text);

}
