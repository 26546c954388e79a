// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.module.Platform;
import dev.relib.os.LoaderException;
import dev.relib.os.NativeAccess;
import dev.relib.os.PrivateDirectory;

/**
 * The file of librelib_rt on the class path. All class loaders of the process share what
 * is loaded of the same file: it stays for ever, so that each deployment of an
 * application would leave one behind.
 */
final class RuntimeFile {

	/** With the file's checksum, the name of the system property with the handle. */
	private static final String LOADED = "dev.relib.runtime.";

	private static final Pattern FUNCTION = Pattern.compile("(?<=\0)relib_rt_[a-z0-9_]+(?=\0)");

	private final URL resource;

	private RuntimeFile(URL resource) {
		this.resource = resource;
	}

	/**
	 * Finds the file.
	 * @throws RuntimeUnavailableException if relib has none for the platform
	 */
	static RuntimeFile of(Platform platform) {
		String name = "META-INF/relib/native/" + platform + "/" + platform.libraryFileName("relib_rt");
		URL resource = RuntimeFile.class.getClassLoader().getResource(name);
		if (resource == null) {
			throw new RuntimeUnavailableException("relib-core holds no native runtime for " + platform
					+ " (no resource " + name + "); build relib-core on that platform");
		}
		return new RuntimeFile(resource);
	}

	/**
	 * Opens the library for the rest of the process's life.
	 * @param directory the directory of the copy that is opened and then deleted
	 * @return the loader's handle
	 */
	long open(PrivateDirectory directory) {
		byte[] content = content();
		String property = LOADED + checksum(content);
		synchronized (System.getProperties()) {
			String known = System.getProperty(property);
			long handle = (known != null) ? Long.parseUnsignedLong(known, 16) : open(store(content, directory));
			System.setProperty(property, Long.toHexString(handle));
			return handle;
		}
	}

	/** Lists the names of the library's functions, as they are in its table of names. */
	Set<String> functions() {
		return FUNCTION.matcher(new String(content(), StandardCharsets.ISO_8859_1))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
	}

	private byte[] content() {
		try (InputStream content = this.resource.openStream()) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new RuntimeUnavailableException("can not read " + this.resource, ex);
		}
	}

	private static String checksum(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Path store(byte[] content, PrivateDirectory directory) {
		try {
			return directory.store(new ByteArrayInputStream(content), "librelib_rt.so");
		}
		catch (IOException ex) {
			throw new RuntimeUnavailableException("can not extract " + this.resource + " to " + directory.path(), ex);
		}
	}

	private static long open(Path file) {
		try {
			long handle = NativeAccess.current().loader().open(file);
			Files.delete(file);
			return handle;
		}
		catch (LoaderException ex) {
			throw new RuntimeUnavailableException(
					ex.getMessage() + "; if the directory is mounted noexec, set relib.directory to one that is not",
					ex);
		}
		catch (IOException ex) {
			throw new RuntimeUnavailableException("can not delete " + file, ex);
		}
	}

}
