// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.relib.LibraryPolicy;
import dev.relib.fixture.Command;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Linkage;
import dev.relib.module.ModuleSource;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import dev.relib.policy.VerifiedCopy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class CopyNamesTests {

	@TempDir
	private Path directory;

	private Path needed;

	@BeforeEach
	void compileTheNeeded() throws IOException {
		Path script = Files.writeString(this.directory.resolve("map"), "HELPER_1 { global: helper; };");
		this.needed = NativeFixture.in(this.directory.resolve("lib"))
			.source("helper.c", "__attribute__((visibility(\"default\"))) int helper = 1;")
			.option("-Wl,-soname,libhelper.so.1,--version-script=" + script)
			.compile("helper");
	}

	@Test
	void areWrittenIntoATableOfTheirOwn() throws IOException {
		Path library = user("-Wl,-soname,libuser.so.1,-rpath,/first:$ORIGIN/lib:${ORIGIN}:$ORIGINAL");
		Path other = this.directory.resolve("a rather long name of a directory/libcopy.so");
		ModuleSource source = ModuleSource.of("user", library);
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(this.directory)) {
			PrivateCopy copy = VerifiedCopy.copy(LibraryPolicy.DEFAULT, source, copies, 1 << 30);
			LibraryImage before = LibraryImage.read(source, copy.path());
			new CopyNames(this.directory.resolve("x"), Map.of("libhelper.so.1", other)).writeTo(source, copy.path());
			LibraryImage image = LibraryImage.read(source, copy.path());
			Linkage linkage = image.linkage();
			assertThat(linkage.soname()).isNull();
			assertThat(linkage.runPath())
				.isEqualTo("/first:DIR/lib:DIR:$ORIGINAL".replace("DIR", this.directory.resolve("x").toString()));
			assertThat(image.needed()).containsExactly(other.toString(), "libc.so.6");
			assertThat(linkage.versionsNeeded()).anySatisfy((needed) -> {
				assertThat(needed.library()).isEqualTo(other.toString());
				assertThat(needed.version()).isEqualTo("HELPER_1");
			});
			assertThat(image.symbolTable().offered()).isEqualTo(before.symbolTable().offered());
			assertThat(linkage.buildId()).isEqualTo(before.linkage().buildId());
			assertThat(new Command(this.directory, List.of("readelf", "-lWds", copy.path().toRealPath().toString()))
				.succeed()
				.toLowerCase(Locale.ROOT)).doesNotContain("warning", "error");
		}
	}

	@Test
	void leaveALibraryAsItIsThatHasNone() {
		Path library = user("-Wl,-rpath,/anywhere");
		ModuleSource source = ModuleSource.of("user", library);
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(this.directory)) {
			PrivateCopy copy = VerifiedCopy.copy(LibraryPolicy.DEFAULT, source, copies, 1 << 30);
			new CopyNames(this.directory, Map.of()).writeTo(source, copy.path());
			assertThat(copy.path()).hasSameBinaryContentAs(library);
		}
	}

	private Path user(String option) {
		return NativeFixture.in(this.directory)
			.source("user.c", "extern int helper;\n__attribute__((visibility(\"default\"))) int *used = &helper;")
			.option("-Wl,--no-as-needed")
			.option(this.needed.toString())
			.option(option)
			.compile("user");
	}

}
