// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class ChecksumTests {

	@TempDir
	private Path directory;

	private Path library;

	private String sha256;

	@BeforeEach
	void create() throws IOException {
		this.library = Policed.library(this.directory.resolve("libgreeter.so"));
		this.sha256 = Policed.assertTaken(LibraryPolicy.DEFAULT, this.library).sha256();
	}

	@Test
	void takesTheExpectedLibrary() {
		Policed.assertTaken(expecting(this.sha256), this.library);
		Policed.assertTaken(expecting(this.sha256.toUpperCase(Locale.ROOT) + " "), this.library);
	}

	@Test
	void refusesAnotherOne() throws IOException {
		Path other = Policed.library(this.directory.resolve("libother.so"));
		String actual = Policed.assertTaken(LibraryPolicy.DEFAULT, other).sha256();
		ChecksumMismatchException ex = Policed.assertRefused(ChecksumMismatchException.class, expecting(this.sha256),
				other);
		assertThat(ex.expected()).isEqualTo(this.sha256);
		assertThat(ex.actual()).isEqualTo(actual).isNotEqualTo(this.sha256);
		assertThat(ex.problem()).contains(this.sha256, actual);
		assertThat(ex.fix()).contains("relib.modules.greeter.sha256");
	}

	@Test
	void refusesWhatIsNoChecksum() {
		for (String none : new String[] { "", "0", "sha256:" + this.sha256, this.sha256 + "  libgreeter.so" }) {
			assertThat(Policed.assertRefused(ChecksumMismatchException.class, expecting(none), this.library).problem())
				.endsWith(", expected is '" + none + "', which is no SHA-256: it does not have 64 hexadecimal digits");
		}
	}

	private static LibraryPolicy expecting(String sha256) {
		return LibraryPolicy.builder().sha256(sha256).build();
	}

}
