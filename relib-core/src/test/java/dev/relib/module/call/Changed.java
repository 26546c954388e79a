// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import dev.relib.RelibExports;

/**
 * An interface that was compiled again, and its facade was not.
 */
@RelibExports
interface Changed {

	void nothing(int added);

}
