// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/**
 * A directory that this process has created, holds open and locks. It is reached through
 * the open directory only, so that others that can write to a directory above it can
 * rename it, but not put another in its place.
 */
final class LockedDirectory implements Closeable {

	static final String PREFIX = "relib-";

	/** With the start time: in a container every process may have the same id. */
	static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-"
			+ ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";

	static final String LOCK = ".lock";

	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private final Path path;

	private final FileHandle directory;

	private final FileChannel lock;

	private LockedDirectory(Path path, FileHandle directory, FileChannel lock) {
		this.path = path;
		this.directory = directory;
		this.lock = lock;
	}

	/** Creates a directory, and deletes what killed processes have left beside it. */
	static LockedDirectory in(LinuxFiles files, Path parent) throws IOException {
		Path path = Files.createTempDirectory(parent.toRealPath(), OWN_PREFIX, OWNER_ONLY);
		try {
			return open(files, path);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	private static LockedDirectory open(LinuxFiles files, Path path) throws IOException {
		FileHandle directory = files.handle(path, false);
		try {
			requireNew(path, directory);
			deleteOne(directory.link());
			AbandonedDirectories.delete(files, path.getParent());
			return new LockedDirectory(path, directory, lock(directory.link()));
		}
		catch (IOException | RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	/** Somebody may have put another directory there before it was opened. */
	private static void requireNew(Path path, FileHandle directory) throws IOException {
		if (!isPrivate(directory.access()) || !isEmpty(directory.link())) {
			throw new AccessDeniedException(path.toString(), null, "somebody has exchanged it");
		}
	}

	/**
	 * The JVM links a native method in its first call, which would wait for the loader if
	 * a library is being opened when {@link #close} is the first to delete.
	 */
	private static void deleteOne(Path parent) throws IOException {
		Path first = Files.createDirectory(parent.resolve("first"), OWNER_ONLY);
		lock(first).close();
		deleteAll(first);
	}

	static boolean isPrivate(FileStatus status) {
		return status.isDirectory() && status.isOfThisUserOnly();
	}

	private static boolean isEmpty(Path directory) throws IOException {
		try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
			return !content.iterator().hasNext();
		}
	}

	/** Where it was created, for people. */
	Path path() {
		return this.path;
	}

	/** A path of a file in it that nobody else can lead elsewhere. */
	Path resolve(String name) {
		return this.directory.link().resolve(name);
	}

	/**
	 * Deletes it with what is in it; mapped libraries stay mapped.
	 */
	@Override
	public void close() throws IOException {
		try (this.directory; this.lock) {
			delete(this.directory);
		}
	}

	/**
	 * The lock file gets its name after it is locked: another process that found it
	 * unlocked would take the directory for abandoned.
	 */
	private static FileChannel lock(Path directory) throws IOException {
		Path unlocked = directory.resolve(LOCK + ".new");
		FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		channel.lock();
		Files.move(unlocked, directory.resolve(LOCK));
		return channel;
	}

	static void delete(FileHandle directory) throws IOException {
		try (DirectoryStream<Path> content = Files.newDirectoryStream(directory.link())) {
			for (Path file : content) {
				deleteAll(file);
			}
		}
		Files.deleteIfExists(directory.path());
	}

	/** Deletes a file, a link itself, or a directory with what is in it. */
	private static void deleteAll(Path file) throws IOException {
		if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
			try (DirectoryStream<Path> content = Files.newDirectoryStream(file)) {
				for (Path inside : content) {
					deleteAll(inside);
				}
			}
		}
		Files.deleteIfExists(file);
	}

}
