package dev.relib.os;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that only this user can read, for the libraries that this process maps. The
 * directory carries a lock while its process lives, so that the next process can tell
 * what a killed one has left behind and delete it.
 */
public final class PrivateDirectory implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PrivateDirectory.class);

	private static final String PREFIX = "relib-";

	/** With the start time: in a container every process may have the same id. */
	private static final String OWN_PREFIX = PREFIX + ProcessHandle.current().pid() + "-"
			+ ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";

	private static final String LOCK = ".lock";

	private static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

	private static final Set<PosixFilePermission> WRITABLE_FILE = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> FINISHED_FILE = PosixFilePermissions.fromString("r--------");

	private final Path path;

	private final FileChannel lock;

	private final AtomicLong files = new AtomicLong();

	private PrivateDirectory(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Creates a directory with mode 0700.
	 * @param parent an existing directory on a file system that allows to execute
	 * @return the directory, empty
	 * @throws DirectoryUnavailableException if it can not be created there
	 */
	public static PrivateDirectory create(Path parent) {
		try {
			Path path = Files.createTempDirectory(parent.toRealPath(), OWN_PREFIX, OWNER_ONLY);
			return prepare(path);
		}
		catch (IOException | DirectoryIteratorException ex) {
			throw new DirectoryUnavailableException(parent, ex);
		}
	}

	private static PrivateDirectory prepare(Path path) throws IOException {
		try {
			deleteAbandoned(path);
			return new PrivateDirectory(path, lock(path));
		}
		catch (IOException | RuntimeException ex) {
			delete(path);
			throw ex;
		}
	}

	/**
	 * Where the directory is.
	 * @return its real path
	 */
	public Path path() {
		return this.path;
	}

	/**
	 * Copies a stream into a new file that only its owner can read, and nobody write to,
	 * which nobody else has or will have.
	 * @param content what to copy; stays open
	 * @param name the end of the file's name
	 * @return the file, to be deleted by the caller
	 * @throws IOException if reading or writing fails; no file is left then
	 */
	public Path store(InputStream content, String name) throws IOException {
		Path file = this.path.resolve(this.files.incrementAndGet() + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
		try {
			Files.createFile(file, PosixFilePermissions.asFileAttribute(WRITABLE_FILE));
			try (OutputStream copy = Files.newOutputStream(file)) {
				content.transferTo(copy);
			}
			return Files.setPosixFilePermissions(file, FINISHED_FILE);
		}
		catch (IOException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	/**
	 * Changes a file that was stored.
	 * @param file the file
	 * @param change what to do while the file can be written to
	 * @throws IOException if the change fails
	 */
	public static void change(Path file, Change change) throws IOException {
		Files.setPosixFilePermissions(file, WRITABLE_FILE);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			change.apply(channel);
		}
		Files.setPosixFilePermissions(file, FINISHED_FILE);
	}

	/**
	 * Deletes the directory with what is in it; mapped libraries stay mapped.
	 */
	@Override
	public void close() {
		try {
			delete(this.path);
			this.lock.close();
		}
		catch (IOException ex) {
			logger.warn("Can not delete {}", this.path, ex);
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

	private static void deleteAbandoned(Path own) throws IOException {
		PosixFileAttributes ours = attributes(own);
		try (DirectoryStream<Path> candidates = Files.newDirectoryStream(own.getParent(), PREFIX + "*")) {
			for (Path candidate : candidates) {
				deleteIfAbandoned(candidate, ours);
			}
		}
	}

	/**
	 * Directories of this process are left alone without a look at their lock: POSIX
	 * drops a process's lock as soon as the process closes any descriptor of the file.
	 */
	private static boolean mayBeAbandoned(Path candidate, PosixFileAttributes ours) throws IOException {
		PosixFileAttributes theirs = attributes(candidate);
		return !candidate.getFileName().toString().startsWith(OWN_PREFIX) && theirs.isDirectory()
				&& theirs.owner().equals(ours.owner()) && theirs.permissions().equals(ours.permissions());
	}

	private static PosixFileAttributes attributes(Path path) throws IOException {
		return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * A neighbour may go away at any moment.
	 */
	private static void deleteIfAbandoned(Path candidate, PosixFileAttributes ours) {
		try {
			if (mayBeAbandoned(candidate, ours)) {
				deleteUnlocked(candidate);
			}
		}
		catch (IOException ex) {
			logger.trace("{} is not ours to delete", candidate, ex);
		}
	}

	private static void deleteUnlocked(Path candidate) throws IOException {
		try (FileChannel channel = FileChannel.open(candidate.resolve(LOCK), StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			if (lock != null) {
				delete(candidate);
			}
		}
	}

	private static void delete(Path directory) throws IOException {
		try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
			for (Path file : content) {
				Files.delete(file);
			}
		}
		Files.delete(directory);
	}

	/**
	 * Something that is to be done to the content of a file.
	 */
	@FunctionalInterface
	public interface Change {

		/**
		 * Does it.
		 * @param file the file, open for writing
		 * @throws IOException if that fails
		 */
		void apply(FileChannel file) throws IOException;

	}

}
