// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.file.Path;
import java.util.List;

import dev.relib.failure.ModulePanicException;
import dev.relib.module.Threading;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeclaredErrorsTests {

	@TempDir
	Path directory;

	@ParameterizedTest
	@EnumSource
	void areThrownAtTheCaller(Threading threading) throws OutOfPaperException {
		try (PrinterModule module = new PrinterModule(this.directory, threading)) {
			Printer printer = module.printer;
			for (ThrowingCallable call : List.<ThrowingCallable>of(() -> printer.print(12),
					() -> printer.printNothing(12), () -> printer.printText(12), () -> printer.find(12),
					() -> printer.findNumber(12))) {
				assertThatExceptionOfType(OutOfPaperException.class).isThrownBy(call)
					.withMessage("2 sheets missing in tray 2")
					.satisfies((ex) -> assertThat(ex.error()).isEqualTo(new OutOfPaper(2, "tray 2")))
					.satisfies((ex) -> assertThat(ex.getStackTrace()).extracting(StackTraceElement::getClassName)
						.contains(DeclaredErrorsTests.class.getName()));
			}
			assertThat(printer.print(5)).isEqualTo(10);
			printer.printNothing(5);
			assertThat(printer.printText(5)).isEqualTo("printed");
			assertThat(module.module.unload().leaks().count()).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource
	void leavePanicsAndFailedImportsAsTheyAre(Threading threading) {
		try (PrinterModule module = new PrinterModule(this.directory, threading)) {
			assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> module.printer.print(-1))
				.withMessageContaining("-1 pages");
			assertThatThrownBy(() -> module.printer.printText(99)).isSameAs(PrinterModule.JAM);
		}
	}

	@ParameterizedTest
	@EnumSource
	void areWhatTheConstructorOfTheExceptionThrows(Threading threading) {
		try (PrinterModule module = new PrinterModule(this.directory, threading)) {
			assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> module.printer.print(5000))
				.withMessage("no tray is that large");
		}
	}

}
