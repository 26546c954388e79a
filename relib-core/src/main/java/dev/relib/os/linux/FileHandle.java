// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.relib.module.Platform;
import dev.relib.os.NativeMemory;
import dev.relib.os.OpenFile;

/**
 * An open descriptor of a file or directory, which the kernel shows as a link below
 * {@code /proc}. It is opened for its path only ({@code O_PATH}).
 */
final class FileHandle implements OpenFile {

	private static final Path PROCESSES = Path.of("/proc");

	private static final int O_PATH = 0x200000;

	private static final int O_CLOEXEC = 0x80000;

	private static final int O_NOFOLLOW = Platform.current().machine().equals("aarch64") ? 0x8000 : 0x20000;

	private static final int ENOENT = 2;

	private static final int ENOTDIR = 20;

	private static final String DELETED = " (deleted)";

	private final LinuxFiles files;

	private final Libc libc;

	private final Path opened;

	private final int descriptor;

	private final Path link;

	private FileHandle(LinuxFiles files, Libc libc, Path opened, int descriptor, Path link) {
		this.files = files;
		this.libc = libc;
		this.opened = opened;
		this.descriptor = descriptor;
		this.link = link;
	}

	static FileHandle open(LinuxFiles files, Libc libc, Path path, boolean links) throws IOException {
		Path process = Files.readSymbolicLink(PROCESSES.resolve("self"));
		try (NativeMemory name = NativeMemory.of(path)) {
			int descriptor = libc.open(name.address(), O_PATH | O_CLOEXEC | (links ? 0 : O_NOFOLLOW));
			if (descriptor >= 0) {
				return new FileHandle(files, libc, path, descriptor,
						PROCESSES.resolve(process).resolve("fd").resolve("" + descriptor));
			}
			int error = libc.errno();
			throw (error == ENOENT || error == ENOTDIR) ? new NoSuchFileException(path.toString())
					: new FileSystemException(path.toString(), null, libc.strerror(error));
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

	@Override
	public Path directory() throws IOException {
		return path().getParent();
	}

	@Override
	public FileStatus access() throws IOException {
		return this.files.status(this.link);
	}

	@Override
	public InputStream content() throws IOException {
		try {
			return Files.newInputStream(this.link);
		}
		catch (AccessDeniedException ex) {
			throw new AccessDeniedException(this.opened.toString(), null, ex.getReason());
		}
	}

	@Override
	public void close() {
		this.libc.close(this.descriptor);
	}

}
