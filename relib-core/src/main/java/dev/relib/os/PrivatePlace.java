package dev.relib.os;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that this process has created, holds open and locks. It is reached through
 * the open directory only, so that who can write to a directory above it can rename it,
 * but not put another in its place.
 */
final class PrivatePlace implements Closeable {

	private static final Logger logger = LoggerFactory.getLogger(PrivatePlace.class);

	private static final String PREFIX = "relib-";

	/** With the start time: in a container every process may have the same id. */
	private static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-"
			+ ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";

	private static final String LOCK = ".lock";

	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private final Path path;

	private final Descriptor directory;

	private final FileChannel lock;

	private PrivatePlace(Path path, Descriptor directory, FileChannel lock) {
		this.path = path;
		this.directory = directory;
		this.lock = lock;
	}

	/** Creates a directory, and deletes what killed processes have left beside it. */
	static PrivatePlace in(Path parent) throws IOException {
		Path path = Files.createTempDirectory(parent.toRealPath(), OWN_PREFIX, OWNER_ONLY);
		try {
			return open(path);
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(path);
			throw ex;
		}
	}

	private static PrivatePlace open(Path path) throws IOException {
		Descriptor directory = Descriptor.of(path, false);
		try {
			requireNew(path, directory);
			deleteAbandoned(path.getParent());
			return new PrivatePlace(path, directory, lock(directory.link()));
		}
		catch (IOException | RuntimeException ex) {
			directory.close();
			throw ex;
		}
	}

	/** Somebody may have put another directory there before it was opened. */
	private static void requireNew(Path path, Descriptor directory) throws IOException {
		if (!isPrivate(directory.access()) || !isEmpty(directory.link())) {
			throw new AccessDeniedException(path.toString(), null, "somebody has exchanged it");
		}
	}

	private static boolean isPrivate(FileAccess access) {
		return access.isDirectory() && access.isOfThisUserOnly();
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
	 * Nobody may find the lock file before it is locked, or he would take the directory
	 * for abandoned.
	 */
	private static FileChannel lock(Path directory) throws IOException {
		Path unlocked = directory.resolve(LOCK + ".new");
		FileChannel channel = FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		channel.lock();
		Files.move(unlocked, directory.resolve(LOCK));
		return channel;
	}

	/**
	 * Directories of this process are left alone without a look at their lock: POSIX
	 * drops a process's lock as soon as the process closes any descriptor of the file.
	 */
	private static void deleteAbandoned(Path parent) throws IOException {
		try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (Path candidate : candidates) {
				if (!candidate.getFileName().toString().startsWith(OWN_PREFIX)) {
					deleteIfAbandoned(candidate);
				}
			}
		}
	}

	/**
	 * A neighbour may go away at any moment.
	 */
	private static void deleteIfAbandoned(Path candidate) {
		try (Descriptor directory = Descriptor.of(candidate, false)) {
			if (isPrivate(directory.access())) {
				deleteUnlocked(directory);
			}
		}
		catch (IOException ex) {
			logger.trace("{} is not ours to delete", candidate, ex);
		}
	}

	private static void deleteUnlocked(Descriptor directory) throws IOException {
		try (FileChannel channel = FileChannel.open(directory.link().resolve(LOCK), StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			if (lock != null) {
				delete(directory);
			}
		}
	}

	private static void delete(Descriptor directory) throws IOException {
		try (DirectoryStream<Path> content = Files.newDirectoryStream(directory.link())) {
			for (Path file : content) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(directory.path());
	}

}
