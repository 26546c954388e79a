// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptpointer;

import dev.relib.RelibExports;

/**
 * Has another library keep a pointer to a function of this one.
 */
@RelibExports
interface Keeper {

	void keep();

	void keepHidden();

	void keepText();

	void keepHeaders();

	void forget();

	int call();

	int ends();

}
