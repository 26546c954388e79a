// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.refusedunload;

import dev.relib.RelibImports;

@RelibImports
public interface Boss {

	int answer();

}
