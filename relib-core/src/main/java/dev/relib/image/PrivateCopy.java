package dev.relib.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.relib.ModuleSource;
import dev.relib.os.PrivateDirectory;

/**
 * A copy of a library that nobody else can change: what is checked is what is loaded.
 *
 * @param path the copy, to be deleted by its owner
 * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
 * @param size its size in bytes
 */
public record PrivateCopy(Path path, String sha256, long size) {

	/**
	 * Copies a library.
	 * @param source the module and its library
	 * @param directory where the copy goes, under a name that was never used before
	 * @return the copy
	 * @throws UnreadableLibraryException if there is no such file, or nothing in it
	 */
	public static PrivateCopy of(ModuleSource source, PrivateDirectory directory) {
		Path path = source.path();
		UnreadableLibraryException.requireFile(source, path);
		MessageDigest digest = newDigest();
		try (InputStream content = new DigestInputStream(Files.newInputStream(path), digest)) {
			Path copy = directory.store(content, path.getFileName().toString());
			return new PrivateCopy(copy, HexFormat.of().formatHex(digest.digest()), Files.size(copy));
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "it can not be copied to " + directory.path() + ": " + ex,
					"Make the file readable and the directory writable for the user of this process.", ex);
		}
	}

	private static MessageDigest newDigest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JVM has SHA-256", ex);
		}
	}

}
