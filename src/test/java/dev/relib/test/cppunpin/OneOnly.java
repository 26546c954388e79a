// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppunpin;

import dev.relib.RelibExports;

@RelibExports
public interface OneOnly {

	int count();

}
