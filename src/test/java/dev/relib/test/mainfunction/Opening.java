// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.mainfunction;

import dev.relib.RelibImports;

@RelibImports
public interface Opening {

	int acts();

}
