// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import dev.relib.RelibImports;

@RelibImports
interface CountedHost {

	int next();

}
