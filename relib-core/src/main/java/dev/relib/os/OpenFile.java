package dev.relib.os;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.sun.jna.Native;

/**
 * A file that stays the same one whatever becomes of its path: who asks for its place,
 * its owner and its content is answered about one and the same file. Opening it reads
 * nothing, waits for nobody and follows symbolic links.
 */
public final class OpenFile implements Closeable {

	private static final int ENOENT = 2;

	private static final int ENOTDIR = 20;

	private final Path path;

	private final int descriptor;

	/** The kernel's own reference, which leads to the file without its path. */
	private final Path link;

	private OpenFile(Path path, int descriptor) {
		this.path = path;
		this.descriptor = descriptor;
		this.link = Path.of("/proc/self/fd", Integer.toString(descriptor));
	}

	/**
	 * Opens a file.
	 * @param path its path
	 * @return the file, to be closed by the caller
	 * @throws NoSuchFileException if there is none
	 * @throws IOException if the path can not be followed
	 * @throws NativeAccessException if this JVM does not let relib ask the kernel
	 */
	public static OpenFile of(Path path) throws IOException {
		try {
			int descriptor = Posix.open(Posix.bytes(path), Posix.O_PATH | Posix.O_CLOEXEC);
			if (descriptor >= 0) {
				return new OpenFile(path, descriptor);
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
	 * The directory that the file is in now, or was in when it was deleted.
	 * @return its real path
	 * @throws IOException if the kernel does not tell
	 */
	public Path directory() throws IOException {
		return Files.readSymbolicLink(this.link).getParent();
	}

	/**
	 * What the file is, and who can change it.
	 * @return how it is now
	 * @throws IOException if the kernel does not tell
	 */
	public FileAccess access() throws IOException {
		return FileAccess.of(this.link);
	}

	/**
	 * Opens the file for reading.
	 * @return its content, to be closed by the caller, which may be after this object
	 * @throws AccessDeniedException if this process may not read it
	 * @throws IOException if it can not be read
	 */
	public InputStream content() throws IOException {
		try {
			return Files.newInputStream(this.link);
		}
		catch (AccessDeniedException ex) {
			throw new AccessDeniedException(this.path.toString(), null, ex.getReason());
		}
	}

	@Override
	public void close() {
		Posix.close(this.descriptor);
	}

}
