// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.ownerthread;

import dev.relib.RelibImports;

@RelibImports
public interface SingleHost {

	String answer(String question);

}
