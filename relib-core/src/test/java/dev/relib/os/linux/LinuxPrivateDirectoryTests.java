// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.relib.failure.DirectoryUnavailableException;
import dev.relib.fixture.ChildJvm;
import dev.relib.os.NativeFiles;
import dev.relib.os.PrivateDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinuxPrivateDirectoryTests {

	private static final NativeFiles FILES = new LinuxNativeAccess().files();

	@TempDir
	private Path parent;

	@Test
	void isForItsOwnerOnly() throws IOException {
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
				.isEqualTo("rwx------");
			Path file = directory.store(new ByteArrayInputStream(new byte[1]), "library.so");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("r--------");
			FILES.change(file, (content) -> content.write(ByteBuffer.wrap(new byte[] { 7 }), 0));
			assertThat(Files.readAllBytes(file)).containsExactly(7);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("r--------");
		}
		assertThat(this.parent).isEmptyDirectory();
	}

	@Test
	void storesNothingOnceItIsClosed() {
		PrivateDirectory directory = FILES.createDirectory(this.parent);
		directory.close();
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> directory.store(new ByteArrayInputStream(new byte[1]), "library.so"))
			.withMessageEndingWith("for copies of libraries is closed");
		assertThat(this.parent).isEmptyDirectory();
	}

	@Test
	void neverUsesANameTwice() throws IOException {
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			Path first = directory.store(new ByteArrayInputStream(new byte[] { 1 }), "lib a/..\n.so");
			Files.delete(first);
			Path second = directory.store(new ByteArrayInputStream(new byte[] { 2 }), "lib a/..\n.so");
			assertThat(second).isNotEqualTo(first).hasParent(directory.path());
			assertThat(Files.readAllBytes(second)).containsExactly(2);
		}
	}

	@Test
	void deletesWhatAKilledProcessHasLeft() throws IOException {
		ChildJvm.Result killed = new ChildJvm().run(Killed.class, this.parent.toString());
		assertThat(killed.exitCode()).isEqualTo(9);
		assertThat(this.parent).isNotEmptyDirectory();
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			assertThat(this.parent.toFile().list()).containsExactly(directory.path().getFileName().toString());
		}
	}

	@Test
	void leavesLivingDirectoriesAlone() throws IOException {
		try (PrivateDirectory first = FILES.createDirectory(this.parent);
				PrivateDirectory second = FILES.createDirectory(this.parent)) {
			assertThat(first.path()).isDirectory();
			ChildJvm.Result other = new ChildJvm().run(Visitor.class, this.parent.toString());
			assertThat(other.exitCode()).as(other.output()).isZero();
			assertThat(first.path()).isDirectory();
			assertThat(second.path()).isDirectory();
		}
	}

	@Test
	void canNotBeExchanged() throws IOException {
		Path moved = this.parent.resolve("moved");
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			Path file = directory.store(new ByteArrayInputStream(new byte[] { 1 }), "library.so");
			Files.move(directory.path(), moved);
			Files.createDirectory(directory.path());
			Path other = Files.write(directory.path().resolve(file.getFileName()), new byte[] { 2 });
			assertThat(Files.readAllBytes(file)).containsExactly(1);
			Path second = directory.store(new ByteArrayInputStream(new byte[] { 3 }), "library.so");
			assertThat(moved.resolve(second.getFileName())).exists();
			assertThat(other.getParent().toFile().list()).containsExactly(file.getFileName().toString());
		}
		assertThat(moved).doesNotExist();
	}

	@Test
	void leadsChildProcessesToItsFiles() throws Exception {
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			Path file = directory.store(new ByteArrayInputStream("content".getBytes()), "library.so");
			Process child = new ProcessBuilder("cat", file.toString()).start();
			assertThat(child.getInputStream()).hasContent("content");
			assertThat(child.waitFor()).isZero();
		}
	}

	@Test
	void isMadeAnewWhenItWasDeleted() throws IOException {
		try (PrivateDirectory directory = FILES.createDirectory(this.parent)) {
			Path deleted = directory.path();
			Path first = directory.store(new ByteArrayInputStream(new byte[] { 1 }), "library.so");
			for (String name : deleted.toFile().list()) {
				Files.delete(deleted.resolve(name));
			}
			Files.delete(deleted);
			Path second = directory.store(new ByteArrayInputStream(new byte[] { 2 }), "library.so");
			assertThat(Files.readAllBytes(second)).containsExactly(2);
			assertThat(first).doesNotExist();
			assertThat(directory.path()).isNotEqualTo(deleted);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.path())))
				.isEqualTo("rwx------");
			assertThat(directory.path().resolve(".lock")).exists();
		}
		assertThat(this.parent).isEmptyDirectory();
	}

	@Test
	void closesItsDescriptors() throws IOException {
		PrivateDirectory directory = FILES.createDirectory(this.parent);
		Path file = directory.store(new ByteArrayInputStream(new byte[1]), "library.so");
		assertThat(file.getParent()).isDirectory();
		directory.close();
		assertThat(file.getParent()).doesNotExist();
	}

	@Test
	void followsNoLinkOfAnotherName() throws IOException {
		Path precious = Files.createDirectory(this.parent.resolve("precious"));
		Files.createFile(precious.resolve(".lock"));
		Files.createSymbolicLink(this.parent.resolve("relib-1-trap"), precious);
		FILES.createDirectory(this.parent).close();
		assertThat(precious.resolve(".lock")).exists();
	}

	@Test
	void saysWhatToSetWhereThereIsNoPlace() {
		assertThatExceptionOfType(DirectoryUnavailableException.class)
			.isThrownBy(() -> FILES.createDirectory(this.parent.resolve("missing")))
			.withMessageContaining("relib.directory");
	}

	static final class Killed {

		public static void main(String[] arguments) throws IOException {
			PrivateDirectory directory = FILES.createDirectory(Path.of(arguments[0]));
			directory.store(new ByteArrayInputStream(new byte[1]), "library.so");
			Runtime.getRuntime().halt(9);
		}

	}

	static final class Visitor {

		public static void main(String[] arguments) {
			FILES.createDirectory(Path.of(arguments[0])).close();
		}

	}

}
