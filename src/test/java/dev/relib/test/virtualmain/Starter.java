// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.virtualmain;

import dev.relib.RelibImports;

@RelibImports
public interface Starter {

	int start();

}
