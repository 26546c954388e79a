// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.swappedfile;

import dev.relib.RelibImports;

/**
 * An import, which the host looks up after it has verified the library and before it
 * opens it.
 */
@RelibImports
public interface Witness {

	void see();

}
