// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.critical;

import dev.relib.RelibCritical;
import dev.relib.RelibExports;

@RelibExports
interface Counted {

	int ordinary();

	@RelibCritical
	int quick();

}
