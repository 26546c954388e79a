// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpstreamPanicTests {

	@Test
	void findsMessageAndLocation() {
		assertThat(UpstreamPanic.message("\nthread '<unnamed>' (4711) panicked at src/lib.rs:12:5:\nno: paper\n"))
			.contains("no: paper (src/lib.rs:12:5)");
	}

	@Test
	void findsAMessageOfSeveralLines() {
		assertThat(UpstreamPanic.message("thread 'main' panicked at a.rs:1:2:\none\n\ntwo\n"))
			.contains("one\n\ntwo (a.rs:1:2)");
	}

	@Test
	void leavesOutTheBacktrace() {
		String panic = "thread 'main' panicked at a.rs:1:2:\nboom\n";
		assertThat(UpstreamPanic.message(panic + "note: run with `RUST_BACKTRACE=1` to display a backtrace\n"))
			.contains("boom (a.rs:1:2)");
		assertThat(UpstreamPanic.message(panic + "stack backtrace:\n   0: begin_unwind\n             at ./a.rs\n"))
			.contains("boom (a.rs:1:2)");
	}

	@Test
	void takesWhatIsThereOfAMessageThatIsCutOff() {
		assertThat(UpstreamPanic.message("thread 'main' panicked at a.rs:1:2:\nxxxx")).contains("xxxx (a.rs:1:2)");
	}

	@Test
	void findsNothingInAnythingElse() {
		assertThat(UpstreamPanic.message("")).isEmpty();
		assertThat(UpstreamPanic.message("hello\n")).isEmpty();
	}

}
