// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibImports;

/**
 * Imports of the crate {@code texts}.
 */
@RelibImports
public interface Names {

	String name();

}
