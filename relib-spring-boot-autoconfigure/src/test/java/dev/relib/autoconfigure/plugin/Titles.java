// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import dev.relib.RelibImports;

@RelibImports
public interface Titles {

	String title(String name);

}
