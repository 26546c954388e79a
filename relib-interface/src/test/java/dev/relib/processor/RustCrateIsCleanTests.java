package dev.relib.processor;

import org.junit.jupiter.api.Test;

class RustCrateIsCleanTests {

	@Test
	void ofWarnings() {
		Cargo.check(Cargo.KIT);
	}

}
