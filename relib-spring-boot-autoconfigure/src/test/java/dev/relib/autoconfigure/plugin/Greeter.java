// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import dev.relib.RelibExports;

@RelibExports
public interface Greeter {

	String greet(String name);

}
