// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.plugin;

import dev.relib.RelibExports;
import dev.relib.RelibName;

@RelibExports
public interface Answers {

	@RelibName("plain_answer")
	int answer();

}
