// SPDX-License-Identifier: Apache-2.0
package dev.relib.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class InspectCommandTests {

	@TempDir
	private Path directory;

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@Test
	void printsWhatAModuleIs() {
		Path library = NativeFixture.in(this.directory).kit().source("module.c", """
				#include "relib_module.h"
				RELIB_MODULE("1.2.3", "exports A\\n  f() -> unit\\nimports B\\n  g() -> str\\n")
				""").option("-Wl,-z,nodelete,-soname,libmodule.so.1").compile("module");
		assertThat(run("inspect", library.toString())).isZero();
		assertThat(this.out.toString()).startsWith(library + ": a Linux library (ELF64, ")
			.contains("\nkind: kit\n", "\nsoname: libmodule.so.1\n", "\n  version 1.2.3\n", "\n  relib-contract 1\n",
					"exports:\n  A.f() -> unit\n", "imports:\n  B.g() -> str\n", "\n  libc.so.6: /",
					"\n  relib_module (data)\n", "hazards:\n  it is marked with -z nodelete");
		assertThat(this.err.toString()).isEmpty();
	}

	@Test
	void namesALibraryOfWindows() throws IOException {
		ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
		file.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x80).putInt(0x80, 0x4550);
		file.putShort(0x84, (short) 0x8664).putShort(0x96, (short) 0x2022);
		Path library = Files.write(this.directory.resolve("module.dll"), file.array());
		assertThat(run("inspect", library.toString())).isEqualTo(1);
		assertThat(this.out.toString()).isEqualToNormalizingNewlines(library + ": a Windows library (PE, x86-64)\n");
		assertThat(this.err.toString()).startsWith(library + ": it is a Windows library (PE, x86-64), this JVM runs on")
			.contains("Build it for ");
	}

	@Test
	void namesTheFileThatItCanNotRead() {
		Path library = this.directory.resolve("missing.so");
		assertThat(run("inspect", library.toString())).isEqualTo(1);
		assertThat(this.err.toString()).startsWith(library + ": there is no such file. ");
	}

	@Test
	void explainsItself() {
		assertThat(run()).isEqualTo(2);
		assertThat(run("inspect")).isEqualTo(2);
		assertThat(run("inspect", "a", "b")).isEqualTo(2);
		assertThat(run("inspekt", "a")).isEqualTo(2);
		assertThat(this.err.toString()).contains("Missing a command", "Missing required parameter: 'LIBRARY'",
				"Unmatched argument", "Usage: relib");
		assertThat(run("help", "inspect")).isZero();
		assertThat(this.out.toString()).contains("Exit codes:");
	}

	@Test
	void letsNoLibraryCommandTheTerminal() {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.source("module.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"\\033[2J\\u202e\", \"exports A\\n  f\\033[0m\")\n")
			.compile("module");
		assertThat(run("inspect", library.toString())).isZero();
		assertThat(this.out.toString()).contains("version \\u001b[2J\\u202e").doesNotContain("\u001b", "\u202e");
	}

	private int run(String... arguments) {
		return new CommandLine(new RelibCommand()).setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true))
			.execute(arguments);
	}

}
