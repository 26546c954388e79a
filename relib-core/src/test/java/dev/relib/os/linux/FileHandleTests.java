// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.relib.fixture.ChildJvm;
import dev.relib.os.NativeFiles;
import dev.relib.os.OpenFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileHandleTests {

	private static final NativeFiles FILES = new LinuxNativeAccess().files();

	@TempDir
	private Path directory;

	private Path path;

	@BeforeEach
	void write() throws IOException {
		this.directory = this.directory.toRealPath();
		this.path = Files.writeString(this.directory.resolve("file"), "first");
	}

	@Test
	void staysTheFileThatWasOpened() throws IOException {
		Path other = Files.writeString(this.directory.resolve("other"), "second");
		Files.setPosixFilePermissions(other, FileStatusTests.permissions("rwxrwxrwx"));
		try (OpenFile file = FILES.open(this.path)) {
			Files.move(other, this.path, StandardCopyOption.REPLACE_EXISTING);
			assertThat(content(file)).isEqualTo("first");
			assertThat(file.access().isWritableByAll()).isFalse();
			assertThat(file.directory()).isEqualTo(this.directory);
		}
		try (OpenFile file = FILES.open(this.path)) {
			assertThat(content(file)).isEqualTo("second");
			assertThat(file.access().isWritableByAll()).isTrue();
		}
	}

	@Test
	void knowsWhereLinksLedTo() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.directory);
		try (OpenFile file = FILES.open(link.resolve("file"))) {
			assertThat(file.directory()).isEqualTo(this.directory);
			Files.move(this.path, Files.createDirectory(this.directory.resolve("below")).resolve("moved"));
			assertThat(file.directory()).isEqualTo(this.directory.resolve("below"));
		}
	}

	@Test
	void closesItsDescriptor() throws IOException {
		OpenFile file = FILES.open(this.path);
		file.close();
		assertThatExceptionOfType(IOException.class).isThrownBy(file::access);
	}

	@Test
	void saysThatThereIsNoFile() {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> FILES.open(this.directory.resolve("missing")));
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> FILES.open(this.path.resolve("below")));
	}

	@Test
	void saysWhyAPathCanNotBeFollowed() throws IOException {
		Path loop = this.directory.resolve("loop");
		Files.createSymbolicLink(loop, loop);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> FILES.open(loop))
			.withMessage(loop + ": Too many levels of symbolic links");
	}

	@Test
	void opensNamesInTheEncodingOfTheSystem() {
		ChildJvm.Result result = new ChildJvm().environment("LC_ALL", "C.UTF-8")
			.option("-Dfile.encoding=ISO-8859-1")
			.run(Umlaut.class, this.directory.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

	private static String content(OpenFile file) throws IOException {
		try (InputStream content = file.content()) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	static final class Umlaut {

		public static void main(String[] arguments) throws IOException {
			FILES.open(Files.createFile(Path.of(arguments[0], "libgr\u00fc\u00dfe.so"))).close();
		}

	}

}
