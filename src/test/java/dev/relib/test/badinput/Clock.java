// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.badinput;

import dev.relib.RelibImports;

@RelibImports
public interface Clock {

	long now();

}
