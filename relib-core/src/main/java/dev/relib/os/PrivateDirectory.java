package dev.relib.os;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.failure.DirectoryUnavailableException;
import dev.relib.failure.NativeAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory that only this user can read, for the libraries that this process maps. Who
 * can write to a directory above it can not exchange its files: their paths lead through
 * the open directory. It carries a lock while its process lives, so that the next process
 * can tell what a killed one has left behind and delete it.
 */
public final class PrivateDirectory implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(PrivateDirectory.class);

	private static final Set<PosixFilePermission> WRITABLE_FILE = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> FINISHED_FILE = PosixFilePermissions.fromString("r--------");

	private final Path parent;

	/**
	 * Those that were deleted by others stay open for the paths that lead through them.
	 */
	private final List<PrivatePlace> places = new ArrayList<>();

	/** Keeps names apart from those of this process's other directories. */
	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final AtomicLong files = new AtomicLong();

	private PrivateDirectory(Path parent, PrivatePlace place) {
		this.parent = parent;
		this.places.add(place);
	}

	/**
	 * Creates a directory with mode 0700.
	 * @param parent an existing directory on a file system that allows to execute
	 * @return the directory, empty
	 * @throws DirectoryUnavailableException if it can not be created there
	 * @throws NativeAccessException if this JVM does not let relib ask the kernel
	 */
	public static PrivateDirectory create(Path parent) {
		try {
			Path real = parent.toRealPath();
			return new PrivateDirectory(real, PrivatePlace.in(real));
		}
		catch (IOException | DirectoryIteratorException ex) {
			throw new DirectoryUnavailableException(parent, ex);
		}
	}

	/**
	 * Where the directory is, for people: others may rename it.
	 * @return its real path when it was created
	 */
	public Path path() {
		return place().path();
	}

	/**
	 * Copies a stream into a new file that only its owner can read, and nobody write to,
	 * which nobody else has or will have. If somebody has deleted the directory, it is
	 * created anew.
	 * @param content what to copy; stays open
	 * @param name the end of the file's name
	 * @return the file, to be deleted by the caller; a path for this process and its
	 * children, until this directory is closed
	 * @throws IOException if reading or writing fails; no file is left then
	 */
	public Path store(InputStream content, String name) throws IOException {
		Path file = createFile(
				this.files.incrementAndGet() + "-" + this.mark + "-" + name.replaceAll("[^A-Za-z0-9._-]", "_"));
		try {
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

	private Path createFile(String name) throws IOException {
		PrivatePlace place = place();
		try {
			return createFile(place, name);
		}
		catch (NoSuchFileException ex) {
			logger.warn("Somebody has deleted {}", place.path());
			return createFile(replace(place), name);
		}
	}

	private static Path createFile(PrivatePlace place, String name) throws IOException {
		return Files.createFile(place.resolve(name), PosixFilePermissions.asFileAttribute(WRITABLE_FILE));
	}

	private synchronized PrivatePlace place() {
		return this.places.get(this.places.size() - 1);
	}

	private synchronized PrivatePlace replace(PrivatePlace deleted) throws IOException {
		if (place() == deleted) {
			this.places.add(PrivatePlace.in(this.parent));
		}
		return place();
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
	public synchronized void close() {
		for (PrivatePlace place : this.places) {
			try {
				place.close();
			}
			catch (IOException ex) {
				logger.warn("Can not delete {}", place.path(), ex);
			}
		}
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
