// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.badinput;

import dev.relib.RelibExports;

@RelibExports
public interface Counter {

	int next();

	String label();

}
