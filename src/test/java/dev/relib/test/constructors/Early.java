// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.constructors;

import dev.relib.RelibExports;

/**
 * Exports of a library with constructors.
 */
@RelibExports
public interface Early {

	String text();

}
