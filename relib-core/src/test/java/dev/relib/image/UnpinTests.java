// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.LibraryPolicy;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Hazard;
import dev.relib.module.LibrarySymbol;
import dev.relib.module.ModuleSource;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import dev.relib.policy.VerifiedCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class UnpinTests {

	private static final String UNIQUE = """
			__asm__(".data\\n.globl one\\n.type one, @gnu_unique_object\\n.size one, 8\\none: .quad 0\\n"
				".protected two\\n.globl two\\n.type two, @gnu_unique_object\\n.size two, 8\\ntwo: .quad 0\\n");
			""";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "-Wl,--hash-style=gnu", "-Wl,--hash-style=sysv" })
	void changesTheBytesThatPinAndNoOthers(String option) throws IOException {
		Path library = NativeFixture.in(this.directory)
			.source("unique.c", UNIQUE)
			.option("-Wl,-z,nodelete,-z,now")
			.option(option)
			.compile("unique");
		ModuleSource source = ModuleSource.of("unique", library);
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(this.directory)) {
			PrivateCopy copy = VerifiedCopy.copy(LibraryPolicy.DEFAULT, source, copies, 1 << 30);
			assertThat(LibraryImage.read(source, copy.path()).hazards()).hasSize(2).allMatch(Hazard::pins);
			copy.unpin(source);
			LibraryImage image = LibraryImage.read(source, copy.path());
			assertThat(image.hazards()).isEmpty();
			assertThat(image.symbolTable().offered()).filteredOn((symbol) -> symbol.name().matches("one|two"))
				.hasSize(2)
				.allSatisfy((symbol) -> {
					assertThat(symbol.weak()).isTrue();
					assertThat(symbol.type()).isEqualTo(LibrarySymbol.Type.DATA);
				});
			assertThat(differences(library, copy.path())).isEqualTo(3);
		}
	}

	@Test
	void leavesAnOrdinaryLibraryAsItIs() throws IOException {
		Path library = NativeFixture.in(this.directory).source("plain.c", "int shown = 1;").compile("plain");
		ModuleSource source = ModuleSource.of("plain", library);
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(this.directory)) {
			PrivateCopy copy = VerifiedCopy.copy(LibraryPolicy.DEFAULT, source, copies, 1 << 30);
			copy.unpin(source);
			assertThat(copy.path()).hasSameBinaryContentAs(library);
		}
	}

	private static int differences(Path one, Path other) throws IOException {
		byte[] bytes = Files.readAllBytes(one);
		byte[] others = Files.readAllBytes(other);
		assertThat(others).hasSameSizeAs(bytes);
		int differences = 0;
		for (int i = 0; i < bytes.length; i++) {
			differences += (bytes[i] != others[i]) ? 1 : 0;
		}
		return differences;
	}

}
