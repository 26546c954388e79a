// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.fixture.OnOneJdk;
import dev.relib.image.format.FileFormat.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class FileFormatTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			2, 1, 3, 62,  LIBRARY,         "a Linux library (ELF64, x86-64)"
			2, 1, 3, 183, LIBRARY,         "a Linux library (ELF64, aarch64)"
			1, 1, 3, 3,   FOREIGN_LIBRARY, "a 32-bit Linux library (ELF32, x86)"
			2, 2, 3, 22,  FOREIGN_LIBRARY, "a Linux library (ELF64, big endian, s390x)"
			2, 1, 3, 999, LIBRARY,         "a Linux library (ELF64, machine 999)"
			2, 1, 2, 62,  PROGRAM,         "a program (ELF64, x86-64)"
			2, 1, 1, 62,  OBJECT_FILE,     "an object file (ELF64, x86-64)"
			2, 1, 4, 62,  OTHER,           "a core dump (ELF64, x86-64)"
			2, 1, 9, 62,  OTHER,           "an ELF file of no known type (ELF64, x86-64)"
			""")
	void knowsElf(int words, int order, int type, int machine, Content content, String description) throws IOException {
		ByteBuffer header = ByteBuffer.allocate(64)
			.order((order == 1) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		header.put(new byte[] { 0x7f, 'E', 'L', 'F', (byte) words, (byte) order });
		header.putShort(16, (short) type).putShort(18, (short) machine);
		assertThat(format(header)).isEqualTo(new FileFormat(content, description));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			0x8664, 0x2022, FOREIGN_LIBRARY, "a Windows library (PE, x86-64)"
			0xaa64, 0x2022, FOREIGN_LIBRARY, "a Windows library (PE, arm64)"
			0x14c,  0x2102, FOREIGN_LIBRARY, "a Windows library (PE, x86)"
			0x8664, 0x0022, PROGRAM,         "a Windows program (PE, x86-64)"
			""")
	void knowsPe(String machine, String flags, Content content, String description) throws IOException {
		ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
		file.put(0, (byte) 'M').put(1, (byte) 'Z').putInt(0x3c, 0x80).putInt(0x80, 0x4550);
		file.putShort(0x84, Integer.decode(machine).shortValue()).putShort(0x96, Integer.decode(flags).shortValue());
		assertThat(format(file)).isEqualTo(new FileFormat(content, description));
		assertThat(format(file.putInt(0x3c, 0x7fffffff)).description()).isEqualTo("a DOS program");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			LITTLE, 0x100000c, 6, FOREIGN_LIBRARY, "a macOS library (Mach-O, arm64)"
			LITTLE, 0x1000007, 6, FOREIGN_LIBRARY, "a macOS library (Mach-O, x86-64)"
			BIG,    0x1000012, 6, FOREIGN_LIBRARY, "a macOS library (Mach-O, ppc64)"
			LITTLE, 0x100000c, 8, FOREIGN_LIBRARY, "a macOS bundle (Mach-O, arm64)"
			LITTLE, 0x100000c, 2, PROGRAM,         "a macOS program (Mach-O, arm64)"
			LITTLE, 0x100000c, 1, OBJECT_FILE,     "a macOS object file (Mach-O, arm64)"
			""")
	void knowsMachO(String order, String machine, int type, Content content, String description) throws IOException {
		ByteOrder bytes = order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		assertThat(format(machO(bytes, Integer.decode(machine), type))).isEqualTo(new FileFormat(content, description));
	}

	@Test
	void knowsUniversalMachO() throws IOException {
		ByteBuffer file = ByteBuffer.allocate(256);
		file.putInt(0xcafebabe).putInt(2);
		file.putInt(0x1000007).putInt(3).putInt(128).putInt(64).putInt(0);
		file.putInt(0x100000c).putInt(0).putInt(192).putInt(64).putInt(0);
		file.put(128, machO(ByteOrder.LITTLE_ENDIAN, 0x1000007, 6).array());
		assertThat(format(file))
			.isEqualTo(new FileFormat(Content.FOREIGN_LIBRARY, "a macOS library (Mach-O, universal: x86-64, arm64)"));
	}

	@Test
	void tellsAJavaClassFromUniversalMachO() throws IOException {
		Path file = this.directory.resolve("Some.class");
		try (var content = FileFormatTests.class.getResourceAsStream("FileFormatTests.class")) {
			Files.copy(content, file);
		}
		assertThat(FileFormat.of(file)).isEqualTo(new FileFormat(Content.OTHER, "a Java class file"));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			"!<arch>~",                              ARCHIVE,       "a static library (an archive of object files)"
			"!<thin>~",                              ARCHIVE,       "a static library (an archive of object files)"
			"/* GNU ld script~*/ GROUP ( a.so )",    LINKER_SCRIPT, "a linker script (a text that names libraries)"
			"INPUT(libm.so.6)~",                     LINKER_SCRIPT, "a linker script (a text that names libraries)"
			"#!/bin/sh",                             OTHER,         "a file that begins with the bytes 23212f62"
			"abc",                                   OTHER,         "a file of 3 bytes"
			"",                                      OTHER,         "a file of 0 bytes"
			""")
	void knowsWhatBuildsLeave(String text, Content content, String description) throws IOException {
		ByteBuffer file = ByteBuffer.wrap(text.replace('~', '\n').getBytes(StandardCharsets.US_ASCII));
		assertThat(format(file)).isEqualTo(new FileFormat(content, description));
	}

	@Test
	void isContentWithBeginningsOnly() throws IOException {
		int[] magics = { 0x7f454c46, 0x4d5a9000, 0xfeedface, 0xcffaedfe, 0xcafebabe, 0xcafebabf, 0x213c6172 };
		for (int magic : magics) {
			for (int length = 4; length < 70; length++) {
				assertThat(format(ByteBuffer.allocate(length).putInt(0, magic)).description()).isNotBlank();
			}
		}
	}

	private static ByteBuffer machO(ByteOrder order, int machine, int type) {
		ByteBuffer file = ByteBuffer.allocate(32).order(order);
		return file.putInt(0, 0xfeedfacf).putInt(4, machine).putInt(12, type);
	}

	private FileFormat format(ByteBuffer content) throws IOException {
		return FileFormat.of(Files.write(this.directory.resolve("file"), content.array()));
	}

}
