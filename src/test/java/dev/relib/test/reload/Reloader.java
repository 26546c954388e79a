// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.reload;

import dev.relib.RelibImports;

@RelibImports
public interface Reloader {

	void interrupt();

}
