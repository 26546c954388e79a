// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.golibrary;

import dev.relib.RelibExports;

@RelibExports
interface Adder {

	int add(int a, int b);

}
