// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import dev.relib.link.LinkerContractTests;

class JniLinkerTests extends LinkerContractTests {

	JniLinkerTests() {
		super(JniLinkers.create());
	}

}
