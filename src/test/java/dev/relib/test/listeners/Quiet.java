// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.listeners;

import dev.relib.RelibExports;

@RelibExports
public interface Quiet {

	int work(int number);

}
