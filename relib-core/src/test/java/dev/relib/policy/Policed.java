// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ModuleLoadException;
import dev.relib.image.PrivateCopy;
import dev.relib.module.ModuleSource;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Files for policies to accept or refuse. A policy does not require that they are
 * libraries.
 */
final class Policed {

	private static final Path COPIES = Path.of(System.getProperty("java.io.tmpdir"));

	private Policed() {
	}

	/** Creates a file that only its owner can change, with the directories above it. */
	static Path library(Path path) throws IOException {
		Files.createDirectories(path.getParent());
		return chmod(Files.writeString(path, "library " + path.getFileName()), "rwxr-xr-x");
	}

	static Path chmod(Path path, String permissions) throws IOException {
		return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
	}

	/** Asserts that the policy accepts the file and that the copy has its bytes. */
	static PrivateCopy assertTaken(LibraryPolicy policy, Path library) {
		return assertTaken(policy, library, COPIES);
	}

	/**
	 * Asserts that the policy accepts the file and that a copy in a directory has its
	 * bytes.
	 */
	static PrivateCopy assertTaken(LibraryPolicy policy, Path library, Path parent) {
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(parent)) {
			PrivateCopy copy = VerifiedCopy.copy(policy, ModuleSource.of("greeter", library), copies, 1 << 30);
			assertThat(copy.path()).hasSameBinaryContentAs(library).hasParent(copies.path());
			return copy;
		}
	}

	/**
	 * Asserts that the policy refuses the file with a helpful message and leaves no copy.
	 */
	static <E extends ModuleLoadException> E assertRefused(Class<E> type, LibraryPolicy policy, Path library) {
		return assertRefused(type, policy, library, COPIES);
	}

	/**
	 * Asserts that the policy refuses the file with a helpful message and leaves no copy
	 * in a directory.
	 */
	static <E extends ModuleLoadException> E assertRefused(Class<E> type, LibraryPolicy policy, Path library,
			Path parent) {
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(parent)) {
			E ex = catchThrowableOfType(type,
					() -> VerifiedCopy.copy(policy, ModuleSource.of("greeter", library), copies, 1 << 30));
			assertThat(ex).isNotNull().hasMessageStartingWith("module 'greeter' (" + library + "): ");
			assertThat(ex.fix()).endsWith(".");
			assertThat(copies.path().toFile().list()).containsExactly(".lock");
			return ex;
		}
	}

	/** Creates a named pipe, whose read would block forever. */
	static Path pipe(Path path) {
		try {
			assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
			return path;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
