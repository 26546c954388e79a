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
 * Files that a policy lets through or not; whether they are libraries does not matter to
 * it.
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

	/** What is copied is the file. */
	static PrivateCopy assertTaken(LibraryPolicy policy, Path library) {
		return assertTaken(policy, library, COPIES);
	}

	/** What is copied is the file, wherever the copies go. */
	static PrivateCopy assertTaken(LibraryPolicy policy, Path library, Path parent) {
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(parent)) {
			PrivateCopy copy = VerifiedCopy.copy(policy, ModuleSource.of("greeter", library), copies);
			assertThat(copy.path()).hasSameBinaryContentAs(library).hasParent(copies.path());
			return copy;
		}
	}

	/** The error is helpful, and no copy is left. */
	static <E extends ModuleLoadException> E assertRefused(Class<E> type, LibraryPolicy policy, Path library) {
		return assertRefused(type, policy, library, COPIES);
	}

	/** The error is helpful, and no copy is left, wherever it would have gone. */
	static <E extends ModuleLoadException> E assertRefused(Class<E> type, LibraryPolicy policy, Path library,
			Path parent) {
		try (PrivateDirectory copies = NativeAccess.current().files().createDirectory(parent)) {
			E ex = catchThrowableOfType(type,
					() -> VerifiedCopy.copy(policy, ModuleSource.of("greeter", library), copies));
			assertThat(ex).isNotNull().hasMessageStartingWith("module 'greeter' (" + library + "): ");
			assertThat(ex.fix()).endsWith(".");
			assertThat(copies.path().toFile().list()).containsExactly(".lock");
			return ex;
		}
	}

	/** A named pipe, on which reading would wait for ever. */
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
