// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustthreads;

import dev.relib.RelibImports;

/**
 * Imports that the threads call.
 */
@RelibImports
public interface RustListener {

	void heard(String text);

}
