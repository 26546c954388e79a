// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import dev.relib.failure.DirectoryUnavailableException;
import dev.relib.os.NativeFiles;
import dev.relib.os.PrivateDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory with mode 0700, whose files are reached through the open directory.
 */
final class LinuxPrivateDirectory implements PrivateDirectory {

	private static final Logger logger = LoggerFactory.getLogger(LinuxPrivateDirectory.class);

	private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

	private static final Pattern UNUSUAL = Pattern.compile("[^A-Za-z0-9._-]");

	/** Most libraries are read and written in a few pieces of this size. */
	private static final int PART = 1 << 16;

	private static final Set<PosixFilePermission> WRITABLE_FILE = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

	private static final Set<PosixFilePermission> FINISHED_FILE = PosixFilePermissions.fromString("r--------");

	private final LinuxFiles files;

	private final Path parent;

	/**
	 * Those that were deleted by others stay open for the paths that lead through them.
	 */
	private final List<LockedDirectory> directories = new ArrayList<>();

	/** Keeps names apart from those of this process's other directories. */
	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final AtomicLong stored = new AtomicLong();

	/** A read that was given up may come to store what it has read. */
	private boolean closed;

	private LinuxPrivateDirectory(LinuxFiles files, Path parent, LockedDirectory directory) {
		this.files = files;
		this.parent = parent;
		this.directories.add(directory);
	}

	static PrivateDirectory create(LinuxFiles files, Path parent) {
		try {
			Path real = parent.toRealPath();
			return new LinuxPrivateDirectory(files, real, LockedDirectory.in(files, real));
		}
		catch (IOException | DirectoryIteratorException ex) {
			throw new DirectoryUnavailableException(parent, ex);
		}
	}

	@Override
	public Path path() {
		return current().path();
	}

	@Override
	public Path store(InputStream content, String name) throws IOException {
		String file = newName() + "-" + UNUSUAL.matcher(name).replaceAll("_");
		return create((directory) -> copy(content, directory.resolve(file)));
	}

	/** Who creates a file can write to it, whatever others may. */
	private static Path copy(InputStream content, Path file) throws IOException {
		try (FileChannel copy = FileChannel.open(file, NEW_FILE, PosixFilePermissions.asFileAttribute(FINISHED_FILE))) {
			copy(content, copy);
			return file;
		}
		catch (IOException | RuntimeException | Error ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	private static void copy(InputStream content, FileChannel copy) throws IOException {
		byte[] part = new byte[PART];
		for (int count = content.read(part); count >= 0; count = content.read(part)) {
			for (ByteBuffer left = ByteBuffer.wrap(part, 0, count); left.hasRemaining();) {
				copy.write(left);
			}
		}
	}

	@Override
	public Path createFolder() throws IOException {
		String name = newName();
		return create((directory) -> Files.createDirectory(directory.resolve(name),
				PosixFilePermissions.asFileAttribute(FOLDER)));
	}

	@Override
	public Path link(Path target) throws IOException {
		String name = newName();
		return create((directory) -> Files.createSymbolicLink(directory.resolve(name), target));
	}

	private String newName() {
		return this.stored.incrementAndGet() + "-" + this.mark;
	}

	private Path create(Creation creation) throws IOException {
		LockedDirectory directory = requireOpen();
		try {
			return creation.in(directory);
		}
		catch (NoSuchFileException ex) {
			LockedDirectory next = replace(directory);
			logger.warn("Somebody has deleted {}", directory.path());
			return creation.in(next);
		}
	}

	private interface Creation {

		Path in(LockedDirectory directory) throws IOException;

	}

	private synchronized LockedDirectory current() {
		return this.directories.get(this.directories.size() - 1);
	}

	/** Its descriptor may be another file's once it is closed. */
	private synchronized LockedDirectory requireOpen() throws IOException {
		if (this.closed) {
			throw new IOException("the directory " + current().path() + " for copies of libraries is closed");
		}
		return current();
	}

	private synchronized LockedDirectory replace(LockedDirectory deleted) throws IOException {
		if (requireOpen() == deleted) {
			this.directories.add(LockedDirectory.in(this.files, this.parent));
		}
		return current();
	}

	static void change(Path file, NativeFiles.Change change) throws IOException {
		Files.setPosixFilePermissions(file, WRITABLE_FILE);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			change.apply(channel);
		}
		Files.setPosixFilePermissions(file, FINISHED_FILE);
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		for (LockedDirectory directory : this.directories) {
			try {
				directory.close();
			}
			catch (IOException ex) {
				logger.warn("Can not delete {}", directory.path(), ex);
			}
		}
	}

}
