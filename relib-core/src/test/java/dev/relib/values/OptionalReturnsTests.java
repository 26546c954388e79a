// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.relib.module.Threading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionalReturnsTests {

	@TempDir
	Path directory;

	private PrinterModule module;

	private Printer printer;

	@BeforeEach
	void load() {
		this.module = new PrinterModule(this.directory, Threading.CALLER);
		this.printer = this.module.printer;
	}

	@AfterEach
	void unload() {
		this.module.close();
	}

	@Test
	void holdWhatTheExportReturns() throws OutOfPaperException {
		OutOfPaper record = new OutOfPaper(3, "tray 1");
		assertThat(this.printer.find(3)).contains(record);
		assertThat(this.printer.findAll(3)).contains(List.of(record));
		assertThat(this.printer.findText(3)).contains("found");
		assertThat(this.printer.findSmall(3)).isEqualTo(Optional.of((short) 3));
		assertThat(this.printer.findNumber(3)).hasValue(3);
		assertThat(this.printer.findLarge(3)).hasValue(3);
		assertThat(this.printer.findRatio(3)).hasValue(3);
	}

	@Test
	void areEmptyIfTheExportPanics() throws OutOfPaperException {
		assertThat(this.printer.find(-1)).isEmpty();
		assertThat(this.printer.findAll(-1)).isEmpty();
		assertThat(this.printer.findText(-1)).isEmpty();
		assertThat(this.printer.findSmall(-1)).isEmpty();
		assertThat(this.printer.findNumber(-1)).isEmpty();
		assertThat(this.printer.findLarge(-1)).isEmpty();
		assertThat(this.printer.findRatio(-1)).isEmpty();
	}

	@Test
	void areNotEmptyForAnotherFailure() {
		assertThatThrownBy(() -> this.printer.find(99)).isSameAs(PrinterModule.JAM);
		assertThatThrownBy(() -> this.printer.findNumber(11)).isInstanceOf(OutOfPaperException.class);
	}

}
