// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import dev.relib.RelibExports;

@RelibExports
public interface Worker {

	void start();

	void stop();

	void rest(int millis);

	void restBeforeUnload(int millis);

	void waste(int bytes);

	void fail(String message);

}
