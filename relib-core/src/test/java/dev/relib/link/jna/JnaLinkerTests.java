// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import dev.relib.link.LinkerContractTests;

class JnaLinkerTests extends LinkerContractTests {

	JnaLinkerTests() {
		super(new JnaLinker());
	}

}
