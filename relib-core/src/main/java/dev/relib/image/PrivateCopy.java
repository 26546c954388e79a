package dev.relib.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * @param sha256 the SHA-256 of the bytes that were copied, in lower-case hexadecimal
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

	/**
	 * Takes from the copy what has the loader keep it for ever: the mark
	 * {@code -z nodelete}, and that symbols are unique ones, which become weak. The
	 * checksum stays that of the library as it is configured.
	 * @param source the module and its library
	 * @throws UnreadableLibraryException if the copy can not be written
	 * @throws NotALibraryException if it is damaged
	 */
	public void unpin(ModuleSource source) {
		try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.WRITE)) {
			LibraryReader.change(source, this.path, (elf) -> elf.unpin((offset, value) -> {
				try {
					channel.write(ByteBuffer.wrap(new byte[] { (byte) value }), offset);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}));
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "its copy " + this.path + " can not be written: " + ex,
					"Make the directory writable for the user of this process, or set relib.unpin to false.", ex);
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
