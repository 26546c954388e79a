// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.file.Path;

import dev.relib.RelibErrno;
import dev.relib.RelibErrno.Failure;
import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibName;
import dev.relib.failure.ErrnoException;
import dev.relib.failure.InvalidValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A failed function of a plain library is an exception with its error number.
 */
class ErrnoTests {

	private static final int ENOENT = 2;

	private static final int ERANGE = 34;

	private PlainModule module;

	private Errors errors;

	@BeforeEach
	void load(@TempDir Path directory) {
		this.module = new PlainModule(directory, "callbacks.c");
		this.errors = this.module.exports(Errors.class);
	}

	@AfterEach
	void close() {
		this.module.close();
	}

	@Test
	void isThrownWhereTheFunctionFails() {
		assertThat(this.errors.openIt("/")).isZero();
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.openIt("/nowhere"))
			.withMessage("Errors.open_it: No such file or directory (errno 2)")
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ENOENT));
		assertThat(this.errors.findIt(1)).isNotZero();
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.findIt(0))
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ENOENT));
		assertThat(this.errors.textOr(1)).isEqualTo("text");
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.textOr(0))
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ERANGE));
		assertThat(this.errors.status(0)).isFalse();
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.status(ERANGE))
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ERANGE));
	}

	@Test
	void isNotThatOfAnEarlierCall() {
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.onlyErrno(ERANGE));
		this.errors.onlyErrno(0);
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.openIt("/nowhere"));
		this.errors.onlyErrno(0);
	}

	@Test
	void isThrownThoughTheFunctionHasWrittenWhatIsNoText() {
		assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.fillAndFail(new String[1]))
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ENOENT))
			.satisfies(
					(ex) -> assertThat(ex.getSuppressed()).singleElement().isInstanceOf(InvalidValueException.class));
	}

	@Test
	void isTheThreadsOwn() throws Exception {
		Thread other = new Thread(() -> {
			for (int i = 0; i < 2000; i++) {
				this.errors.openUnchecked("/nowhere");
			}
		});
		other.start();
		for (int i = 0; i < 2000; i++) {
			assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> this.errors.status(ERANGE))
				.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(ERANGE));
		}
		other.join();
	}

	@RelibExports(plain = true)
	interface Errors {

		@RelibErrno
		int openIt(String path);

		@RelibName("open_it")
		int openUnchecked(String path);

		@RelibErrno(Failure.ZERO)
		long findIt(int there);

		@RelibErrno
		String textOr(int there);

		@RelibErrno
		int fillAndFail(String[] names);

		@RelibErrno(Failure.ERRNO)
		void onlyErrno(int error);

		@RelibInt
		@RelibErrno(Failure.NOT_ZERO)
		boolean status(int error);

	}

}
