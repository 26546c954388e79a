package dev.relib.spring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
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
 * Turns the locations that users write into paths of libraries. A resource that is no
 * file, such as one in a jar, is copied into a private directory, once.
 */
public final class LibraryLocations implements AutoCloseable {

	private final ResourceLoader resources;

	private final Path directory;

	private final Map<String, Path> copies = new LinkedHashMap<>();

	private @Nullable PrivateDirectory copiesDirectory;

	/**
	 * Creates a resolver.
	 * @param resources where resource locations are looked up
	 * @param directory an existing directory, below which copies of resources go
	 */
	public LibraryLocations(ResourceLoader resources, Path directory) {
		this.resources = resources;
		this.directory = directory;
	}

	/**
	 * Whether a text is meant as a location rather than as a module's name.
	 * @param text the text
	 * @return {@code true} if it contains a slash or a colon
	 */
	public static boolean isLocation(String text) {
		return startOfName(text) > 0;
	}

	/**
	 * The name of a module that is known by its location only.
	 * @param location the location of a library
	 * @return its file name without extension and without the platform's prefix
	 */
	static String moduleName(String location) {
		String file = location.substring(startOfName(location));
		int end = file.lastIndexOf('.');
		String name = (end > 0) ? file.substring(0, end) : file;
		return name.startsWith("lib") ? name.substring("lib".length()) : name;
	}

	/**
	 * Finds a library.
	 * @param module the module that it is for, for error messages
	 * @param location a path, relative to the working directory, or a resource location
	 * @return the library's absolute path, whether it exists or not
	 * @throws UnreadableResourceException if there is no such resource
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
	 * Finds any file.
	 * @param location a path, relative to the working directory, or a resource location
	 * @return its absolute path, whether it exists or not
	 * @throws IOException if it is a resource and does not exist
	 */
	Path find(String location) throws IOException {
		if (!ResourceUtils.isUrl(location)) {
			return absolute(Path.of(location));
		}
		Resource resource = this.resources.getResource(location);
		return resource.isFile() ? absolute(resource.getFile().toPath()) : copy(resource, location);
	}

	/**
	 * Whether a file was made from a resource.
	 * @param path a path that was found here
	 * @return {@code true} if the file is this object's own
	 */
	synchronized boolean isCopy(Path path) {
		return this.copies.containsValue(path);
	}

	/**
	 * Creates a directory for copies that live shorter than these.
	 * @return the directory, to be closed by the caller
	 */
	PrivateDirectory createDirectory() {
		return NativeAccess.current().files().createDirectory(this.directory);
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

	private synchronized Path copy(Resource resource, String location) throws IOException {
		URL url = resource.getURL();
		Path copy = this.copies.get(url.toExternalForm());
		if (copy == null) {
			if (this.copiesDirectory == null) {
				this.copiesDirectory = createDirectory();
			}
			try (InputStream content = resource.getInputStream()) {
				copy = this.copiesDirectory.store(content, location.substring(startOfName(location)));
			}
			this.copies.put(url.toExternalForm(), copy);
		}
		return copy;
	}

	/**
	 * Deletes the copies of resources.
	 */
	@Override
	public synchronized void close() {
		this.copies.clear();
		if (this.copiesDirectory != null) {
			this.copiesDirectory.close();
			this.copiesDirectory = null;
		}
	}

}
