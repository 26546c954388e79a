package dev.relib.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.module.ModuleSource;
import dev.relib.os.FileAccess;
import dev.relib.os.NativeAccess;
import dev.relib.os.OpenFile;
import dev.relib.os.PrivateDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a library that nobody else can change: what is checked is what is loaded.
 *
 * @param path the copy, to be deleted by its owner
 * @param sha256 the SHA-256 of the bytes that were copied, in lower-case hexadecimal
 * @param size its size in bytes
 * @param signedBy the fingerprint of the key that the library was signed with,
 * {@code null} if nobody has asked for a signature
 */
public record PrivateCopy(Path path, String sha256, long size, @Nullable String signedBy) {

	private static final Logger logger = LoggerFactory.getLogger(PrivateCopy.class);

	/**
	 * Opens a library, in order to look at its file before it is copied.
	 * @param source the module and its library
	 * @return the file, to be closed by the caller
	 * @throws UnreadableLibraryException if there is no such file
	 */
	public static OpenFile open(ModuleSource source) {
		try {
			OpenFile file = NativeAccess.current().files().open(source.path());
			try {
				FileAccess access = file.access();
				LibraryReader.requireFile(source, access.isRegularFile(), access.isDirectory());
				return file;
			}
			catch (IOException | RuntimeException ex) {
				file.close();
				throw ex;
			}
		}
		catch (NoSuchFileException ex) {
			throw UnreadableLibraryException.missing(source);
		}
		catch (IOException ex) {
			throw UnreadableLibraryException.of(source, ex);
		}
	}

	/**
	 * Copies a library.
	 * @param source the module and its library
	 * @param file the library, opened; stays open
	 * @param directory where the copy goes, under a name that was never used before
	 * @return the copy
	 * @throws UnreadableLibraryException if it can not be read or copied
	 */
	public static PrivateCopy of(ModuleSource source, OpenFile file, PrivateDirectory directory) {
		MessageDigest digest = newDigest();
		try (InputStream content = new DigestInputStream(file.content(), digest)) {
			Path copy = directory.store(content, source.path().getFileName().toString());
			return new PrivateCopy(copy, HexFormat.of().formatHex(digest.digest()), Files.size(copy), null);
		}
		catch (AccessDeniedException ex) {
			throw UnreadableLibraryException.of(source, ex);
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "it can not be copied to " + directory.path() + ": " + ex,
					"Make the file readable and the directory writable for the user of this process.", ex);
		}
	}

	/**
	 * Takes from the copy what has the loader keep it for ever: the mark
	 * {@code -z nodelete}, and that symbols are unique ones, which become weak. The
	 * checksum stays that of the library as it is configured.
	 * @param source the module and its library
	 * @throws UnreadableLibraryException if the copy can not be written
	 * @throws NotALibraryException if it is damaged
	 */
	public void unpin(ModuleSource source) {
		try {
			NativeAccess.current()
				.files()
				.change(this.path,
						(channel) -> LibraryReader.change(source, this.path, (elf) -> elf.unpin((offset, value) -> {
							try {
								channel.write(ByteBuffer.wrap(new byte[] { (byte) value }), offset);
							}
							catch (IOException ex) {
								throw new UncheckedIOException(ex);
							}
						})));
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "its copy " + this.path + " can not be written: " + ex,
					"Make the directory writable for the user of this process, or set relib.unpin to false.", ex);
		}
	}

	/**
	 * Reads the copy as a whole.
	 * @param source the module and its library
	 * @return its bytes, as they are to be mapped
	 * @throws UnreadableLibraryException if it can not be read
	 */
	public byte[] content(ModuleSource source) {
		try {
			return Files.readAllBytes(this.path);
		}
		catch (IOException ex) {
			throw UnreadableLibraryException.of(source, ex);
		}
	}

	/**
	 * Notes who has signed the library.
	 * @param fingerprint the key's fingerprint
	 * @return the same copy
	 */
	public PrivateCopy withSignedBy(String fingerprint) {
		return new PrivateCopy(this.path, this.sha256, this.size, fingerprint);
	}

	/**
	 * Deletes the copy. What is mapped of it stays mapped.
	 */
	public void delete() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			logger.warn("Can not delete {}", this.path, ex);
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
