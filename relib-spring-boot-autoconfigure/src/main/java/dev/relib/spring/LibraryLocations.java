// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.module.Platform;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ResourceUtils;

/**
 * Resolves configured locations to the paths of libraries. Copies a resource that is not
 * a file, such as one in a jar, into a private directory, once; the copies exist until
 * this object is closed. Safe for use by several threads.
 */
public final class LibraryLocations implements AutoCloseable {

	private final ResourceLoader resources;

	private final Path directory;

	private final Map<String, Path> copies = new LinkedHashMap<>();

	private @Nullable PrivateDirectory copiesDirectory;

	private boolean closed;

	/**
	 * Creates a resolver.
	 * @param resources loads resource locations
	 * @param directory an existing directory, in which the private directory for copies
	 * is created
	 */
	public LibraryLocations(ResourceLoader resources, Path directory) {
		this.resources = resources;
		this.directory = directory;
	}

	/**
	 * Tells locations of libraries from names of modules.
	 * @param text the text
	 * @return {@code true} if it contains a slash or a colon
	 */
	public static boolean isLocation(String text) {
		return startOfName(text) > 0;
	}

	/**
	 * Derives a module's name from the location of its library.
	 * @param location the location of a library
	 * @return the file name without its extension and without the prefix {@code lib}
	 */
	static String moduleName(String location) {
		String file = location.substring(startOfName(location));
		int end = file.lastIndexOf('.');
		String name = (end > 0) ? file.substring(0, end) : file;
		return name.startsWith("lib") ? name.substring("lib".length()) : name;
	}

	/**
	 * Resolves the location of a library, after completing a file name without extension
	 * for the platform.
	 * @param module the name of the library's module, for error messages
	 * @param location a resource location, or a path relative to the working directory
	 * @return the absolute path of the library, or of its copy; a path that is configured
	 * as such need not exist
	 * @throws UnreadableResourceException if the location is a resource that can not be
	 * read; a read has no limit here
	 */
	public Path resolve(String module, String location) {
		String completed = complete(location);
		try {
			return find(completed);
		}
		catch (IOException ex) {
			throw new UnreadableResourceException(module, completed, ex);
		}
	}

	/**
	 * Resolves the location of any file.
	 * @param location a resource location, or a path relative to the working directory
	 * @return the absolute path of the file, or of its copy; a path that is configured as
	 * such need not exist
	 * @throws IOException if the location is a resource that can not be read
	 */
	Path find(String location) throws IOException {
		if (!ResourceUtils.isUrl(location)) {
			return absolute(Path.of(location));
		}
		Resource resource = this.resources.getResource(location);
		return resource.isFile() ? absolute(resource.getFile().toPath()) : copy(resource, location);
	}

	/**
	 * Returns whether a path is that of a copied resource.
	 * @param path a path that this object has resolved
	 * @return {@code true} if this object has made the file and will delete it
	 */
	synchronized boolean isCopy(Path path) {
		return this.copies.containsValue(path);
	}

	/**
	 * Creates a separate directory for short-lived copies.
	 * @return the directory, which the caller has to close
	 */
	PrivateDirectory createDirectory() {
		return NativeAccess.current().createDirectory(this.directory);
	}

	static String complete(String location) {
		int start = startOfName(location);
		String name = location.substring(start);
		if (name.isEmpty() || name.indexOf('.') >= 0) {
			return location;
		}
		return location.substring(0, start) + Platform.current().libraryFileName(name);
	}

	private static int startOfName(String location) {
		return Math.max(location.lastIndexOf('/'), location.lastIndexOf(':')) + 1;
	}

	private static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}

	/** Reads the resource before others are kept waiting, as it may be read for ever. */
	private Path copy(Resource resource, String location) throws IOException {
		String url = resource.getURL().toExternalForm();
		Path known = known(url);
		if (known != null) {
			return known;
		}
		try (InputStream content = resource.getInputStream()) {
			return keep(url, copiesDirectory().store(content, location.substring(startOfName(location))));
		}
	}

	private synchronized @Nullable Path known(String url) {
		return this.copies.get(url);
	}

	private synchronized PrivateDirectory copiesDirectory() throws IOException {
		if (this.closed) {
			throw new IOException("the application is closed");
		}
		PrivateDirectory directory = this.copiesDirectory;
		if (directory == null) {
			directory = createDirectory();
			this.copiesDirectory = directory;
		}
		return directory;
	}

	/** Returns the first copy of a resource that several threads have read. */
	private synchronized Path keep(String url, Path copy) {
		Path first = this.copies.putIfAbsent(url, copy);
		return (first != null) ? first : copy;
	}

	/**
	 * Deletes the copies of resources.
	 */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.copies.clear();
		if (this.copiesDirectory != null) {
			this.copiesDirectory.close();
			this.copiesDirectory = null;
		}
	}

}
