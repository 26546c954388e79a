// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.ModuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class SymbolTests {

	private static final String VISIBLE = "__attribute__((visibility(\"default\"))) ";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "gnu", "sysv", "both" })
	void findsEachOfManyByItsName(String hashStyle) {
		String functions = IntStream.range(0, 500)
			.mapToObj((i) -> VISIBLE + "int f" + i + "(void);\nint f" + i + "(void) { return " + i + "; }\n")
			.collect(Collectors.joining());
		LibraryImage image = read(fixture(functions).option("-Wl,--hash-style=" + hashStyle).compile("many"));
		assertThat(IntStream.range(0, 500)).allMatch((i) -> image.hasFunction("f" + i));
		assertThat(IntStream.range(500, 600)).noneMatch((i) -> image.hasSymbol("f" + i));
		assertThat(image.symbolTable().offered()).extracting(LibrarySymbol::name)
			.hasSizeGreaterThanOrEqualTo(500)
			.contains("f0", "f499");
	}

	@Test
	void tellsFunctionsSlotsAndConstantsApart() {
		LibraryImage image = read(fixture("""
				#define SHOW __attribute__((visibility("default")))
				SHOW void (*slot)(void);
				SHOW extern void *const constant;
				SHOW void *const constant = &slot;
				SHOW int small;
				SHOW _Thread_local void *own;
				SHOW void function(void);
				void function(void) {}
				""").option("-Wl,-z,relro,-z,now").compile("kinds"));
		assertThat(image.hasSlot("slot")).isTrue();
		assertThat(image.hasSlot("constant")).isFalse();
		assertThat(image.hasSlot("small")).isFalse();
		assertThat(image.hasSlot("own")).isFalse();
		assertThat(image.hasSlot("function")).isFalse();
		assertThat(image.hasFunction("function")).isTrue();
		assertThat(image.hasFunction("slot")).isFalse();
		assertThat(image.hasSymbol("constant")).isTrue();
		assertThat(image.hasSymbol("malloc")).isFalse();
	}

	@Test
	void meansTheDefaultVersionOfSeveral() throws IOException {
		Path script = Files.writeString(this.directory.resolve("versions"),
				"V1 { global: thing; local: *; };\nV2 { global: thing; } V1;\n");
		LibraryImage image = read(fixture("""
				void *old_thing;
				void new_thing(void);
				void new_thing(void) {}
				__asm__(".symver old_thing, thing@V1");
				__asm__(".symver new_thing, thing@@V2");
				""").option("-Wl,--version-script=" + script).option("-fvisibility=default").compile("versions"));
		assertThat(image.hasFunction("thing")).isTrue();
		assertThat(image.symbolTable().offered()).extracting(LibrarySymbol::toString).contains("thing@V1", "thing@V2");
		assertThat(image.linkage().versionsOffered()).contains("V1", "V2");
	}

	@Test
	void namesWhatItNeedsWithVersions() {
		LibraryImage image = read(fixture("""
				#include <stdlib.h>
				void *(*wanted(void))(size_t);
				void *(*wanted(void))(size_t) { return malloc; }
				""").option("-Wl,-soname,libneedy.so.3").compile("needy"));
		assertThat(image.symbolTable().needed()).extracting(LibrarySymbol::toString)
			.anyMatch((symbol) -> symbol.startsWith("malloc@GLIBC_"));
		assertThat(image.linkage().soname()).isEqualTo("libneedy.so.3");
		assertThat(image.needed()).contains("libc.so.6");
		assertThat(image.linkage().versionsNeeded())
			.anyMatch((version) -> version.library().equals("libc.so.6") && version.required());
	}

	@Test
	void givesTheBuildId() {
		Path library = fixture("int shown = 1;").option("-Wl,--build-id=0x0123456789abcdef").compile("known");
		assertThat(read(library).linkage().buildId()).isEqualTo("0123456789abcdef");
	}

	@Test
	void needsNoSectionHeaders() throws IOException {
		Path library = fixture(VISIBLE + "int shown = 1;").compile("stripped");
		byte[] content = Files.readAllBytes(library);
		ByteBuffer header = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		int sections = (int) header.getLong(40);
		header.putLong(40, 0).putShort(58, (short) 0).putShort(60, (short) 0).putShort(62, (short) 0);
		Files.write(library, Arrays.copyOf(content, sections));
		assertThat(read(library).symbolTable().offered()).extracting(LibrarySymbol::name).contains("shown");
	}

	@Test
	void readsALibraryOfMoreThanTwoGigabytes() throws IOException {
		Path library = fixture(VISIBLE + "int shown = 1;").compile("large");
		try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
			file.setLength(5L << 30);
		}
		assertThat(read(library).symbolTable().offered()).extracting(LibrarySymbol::name).contains("shown");
		Files.delete(library);
	}

	private NativeFixture fixture(String source) {
		return NativeFixture.in(this.directory).source("symbols.c", source);
	}

	private static LibraryImage read(Path library) {
		return LibraryImage.read(ModuleSource.of("symbols", library), library);
	}

}
