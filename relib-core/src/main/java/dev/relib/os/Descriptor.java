package dev.relib.os;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.sun.jna.Native;
import dev.relib.failure.NativeAccessException;

/**
 * A hold on a file or directory that does not depend on its path.
 */
final class Descriptor implements Closeable {

	private static final Path PROCESSES = Path.of("/proc");

	private static final int ENOENT = 2;

	private static final int ENOTDIR = 20;

	private static final String DELETED = " (deleted)";

	private final int number;

	private final Path link;

	private Descriptor(int number, Path link) {
		this.number = number;
		this.link = link;
	}

	/**
	 * Opens what is at a path; reads nothing and waits for nobody.
	 * @param path the path
	 * @param links whether to follow a link at its end, or open the link itself
	 * @return what is there, to be closed by the caller
	 * @throws NoSuchFileException if there is nothing
	 * @throws IOException if the path can not be followed
	 * @throws NativeAccessException if this JVM does not let relib ask the kernel
	 */
	static Descriptor of(Path path, boolean links) throws IOException {
		Path process = Files.readSymbolicLink(PROCESSES.resolve("self"));
		try {
			int flags = Posix.O_PATH | Posix.O_CLOEXEC | (links ? 0 : Posix.O_NOFOLLOW);
			int number = Posix.open(Posix.bytes(path), flags);
			if (number >= 0) {
				return new Descriptor(number, PROCESSES.resolve(process).resolve("fd").resolve("" + number));
			}
			int error = Native.getLastError();
			throw (error == ENOENT || error == ENOTDIR) ? new NoSuchFileException(path.toString())
					: new FileSystemException(path.toString(), null, Posix.strerror(error));
		}
		catch (LinkageError ex) {
			throw new NativeAccessException(ex);
		}
	}

	/**
	 * The kernel's own reference, a path that leads here for this process and its
	 * children, whatever becomes of the path that was opened.
	 */
	Path link() {
		return this.link;
	}

	/** The real path, or the last one if it was deleted. */
	Path path() throws IOException {
		String path = Files.readSymbolicLink(this.link).toString();
		return Path.of(path.endsWith(DELETED) ? path.substring(0, path.length() - DELETED.length()) : path);
	}

	FileAccess access() throws IOException {
		return FileAccess.of(this.link);
	}

	@Override
	public void close() {
		Posix.close(this.number);
	}

}
