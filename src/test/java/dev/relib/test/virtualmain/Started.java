// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.virtualmain;

import dev.relib.RelibExports;

@RelibExports
public interface Started {

	int work(int number);

}
