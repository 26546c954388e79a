// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import dev.relib.RelibImports;

@RelibImports
interface Tray {

	int refill(int pages);

}
