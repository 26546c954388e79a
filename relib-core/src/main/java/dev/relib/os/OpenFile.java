package dev.relib.os;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.relib.failure.NativeAccessException;

/**
 * A file that stays the same one whatever becomes of its path: who asks for its place,
 * its owner and its content is answered about one and the same file. Opening it reads
 * nothing, waits for nobody and follows symbolic links.
 */
public final class OpenFile implements Closeable {

	private final Path path;

	private final Descriptor descriptor;

	private OpenFile(Path path, Descriptor descriptor) {
		this.path = path;
		this.descriptor = descriptor;
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
		return new OpenFile(path, Descriptor.of(path, true));
	}

	/**
	 * The directory that the file is in now, or was in when it was deleted.
	 * @return its real path
	 * @throws IOException if the kernel does not tell
	 */
	public Path directory() throws IOException {
		return this.descriptor.path().getParent();
	}

	/**
	 * What the file is, and who can change it.
	 * @return how it is now
	 * @throws IOException if the kernel does not tell
	 */
	public FileAccess access() throws IOException {
		return this.descriptor.access();
	}

	/**
	 * Opens the file for reading.
	 * @return its content, to be closed by the caller, which may be after this object
	 * @throws AccessDeniedException if this process may not read it
	 * @throws IOException if it can not be read
	 */
	public InputStream content() throws IOException {
		try {
			return Files.newInputStream(this.descriptor.link());
		}
		catch (AccessDeniedException ex) {
			throw new AccessDeniedException(this.path.toString(), null, ex.getReason());
		}
	}

	@Override
	public void close() {
		this.descriptor.close();
	}

}
