// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nestedreload;

import dev.relib.RelibImports;

@RelibImports
public interface Answer {

	int to(int number);

}
