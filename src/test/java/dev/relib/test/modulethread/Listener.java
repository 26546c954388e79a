// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.modulethread;

import dev.relib.RelibImports;

@RelibImports
public interface Listener {

	void heard(String text);

}
