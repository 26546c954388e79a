// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptpointer;

import dev.relib.RelibExports;

@RelibExports
interface Hooks {

	void hook();

	void unhook();

	void list();

}
