// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.pinned;

import dev.relib.RelibExports;

@RelibExports
public interface Stayer {

	int count();

}
