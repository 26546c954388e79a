// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import org.junit.jupiter.api.Test;

class RustCrateIsCleanTests {

	@Test
	void ofWarnings() {
		Cargo.check(Cargo.KIT);
	}

}
