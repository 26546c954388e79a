// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

import dev.relib.RelibImports;

@RelibImports
interface WorkHook {

	int hook(int number);

}
