// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.image.elf.ElfFile;
import dev.relib.module.ModuleSource;
import dev.relib.os.FileAccess;
import dev.relib.os.NativeAccess;
import dev.relib.os.OpenFile;
import dev.relib.os.PrivateDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private copy of a library, which no other user can change between check and load.
 * Immutable; the file is deleted by its owner.
 *
 * @param path the copy's path
 * @param sha256 the SHA-256 of the copied bytes, in lower-case hexadecimal
 * @param size the size in bytes
 * @param signedBy the fingerprint of the key that has signed the library; {@code null} if
 * the policy requires no signature
 * @param companions the directory with the copy and what was put beside it; {@code null}
 * if nothing was
 * @param others what else was put into the private directory: copies of libraries that it
 * needs, and links
 */
public record PrivateCopy(Path path, String sha256, long size, @Nullable String signedBy, @Nullable Path companions,
		Collection<Path> others) {

	private static final Logger logger = LoggerFactory.getLogger(PrivateCopy.class);

	/**
	 * Opens a library for checks that precede its copy.
	 * @param source the module and its library
	 * @param maxSize the largest accepted size in bytes
	 * @return the file, to be closed by the caller
	 * @throws UnreadableLibraryException if the file is missing, unreadable, empty, too
	 * large or no regular file
	 */
	public static OpenFile open(ModuleSource source, long maxSize) {
		try {
			OpenFile file = NativeAccess.current().files().open(source.path());
			try {
				FileAccess access = file.access();
				LibraryReader.requireFile(source, access.isRegularFile(), access.isDirectory());
				LibraryReader.requireSize(source, access.size(), maxSize);
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
	 * Copies an open library.
	 * @param source the module and its library
	 * @param file the library, which stays open
	 * @param directory the directory of the copy, whose name is new
	 * @param maxSize the largest accepted size in bytes: the file may grow meanwhile
	 * @return the copy
	 * @throws UnreadableLibraryException if it cannot be read or copied
	 */
	public static PrivateCopy of(ModuleSource source, OpenFile file, PrivateDirectory directory, long maxSize) {
		MessageDigest digest = newDigest();
		try (InputStream content = new DigestInputStream(new LimitedInput(source, file.content(), maxSize), digest)) {
			Path copy = directory.store(content, source.path().getFileName().toString());
			return new PrivateCopy(copy, HexFormat.of().formatHex(digest.digest()), Files.size(copy), null, null,
					List.of());
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
	 * Removes from the copy the flags that make dlclose a no-op: {@code DF_1_NODELETE} is
	 * cleared and {@code STB_GNU_UNIQUE} symbols become weak. {@link #sha256} remains
	 * that of the configured library.
	 * @param source the module and its library
	 * @throws UnreadableLibraryException if the copy cannot be written
	 * @throws NotALibraryException if it is damaged
	 */
	public void unpin(ModuleSource source) {
		change(source, ElfFile::unpin, ", or set relib.unpin to false.");
	}

	/**
	 * Removes from the copy the wish for executable stacks, which the loader would fulfil
	 * for all threads of the process. {@link #sha256} remains that of the configured
	 * library.
	 * @param source the module and its library
	 * @throws UnreadableLibraryException if the copy cannot be written
	 * @throws NotALibraryException if it is damaged
	 */
	public void keepStacksAsTheyAre(ModuleSource source) {
		change(source, ElfFile::keepStacksAsTheyAre, ".");
	}

	/**
	 * Hides the library's constructors from the loader: librelib_rt runs them, when it
	 * sees what they do. {@link #sha256} remains that of the configured library.
	 * @param source the module and its library
	 * @throws UnreadableLibraryException if the copy cannot be written
	 * @throws NotALibraryException if it is damaged
	 */
	public void deferConstructors(ModuleSource source) {
		change(source, ElfFile::deferConstructors, ".");
	}

	private void change(ModuleSource source, BiConsumer<ElfFile, ElfFile.BytePatch> change, String otherwise) {
		try {
			NativeAccess.current()
				.files()
				.change(this.path, (channel) -> LibraryReader.change(source, this.path, (elf) -> {
					try (ByteRuns patches = new ByteRuns(channel)) {
						change.accept(elf, patches);
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				}));
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source, "its copy " + this.path + " can not be written: " + ex,
					"Make the directory writable for the user of this process" + otherwise, ex);
		}
	}

	/**
	 * Reads the whole copy.
	 * @param source the module and its library
	 * @return its bytes
	 * @throws UnreadableLibraryException if it cannot be read
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
	 * Adds the key that has signed the library.
	 * @param fingerprint the key's fingerprint
	 * @return the same copy with the key
	 */
	public PrivateCopy withSignedBy(String fingerprint) {
		return new PrivateCopy(this.path, this.sha256, this.size, fingerprint, this.companions, this.others);
	}

	/**
	 * Puts what the library looks for beside itself beside the copy, which moves there.
	 * @param source the module and its library
	 * @param names paths and globs, relative to the library's directory
	 * @param directory the directory of the copy
	 * @return the copy in its new place
	 * @throws UnreadableLibraryException if there is no such file, or it cannot be copied
	 */
	public PrivateCopy withCompanions(ModuleSource source, List<String> names, PrivateDirectory directory) {
		if (names.isEmpty()) {
			return this;
		}
		try {
			Path folder = directory.createFolder();
			OriginPaths origins = new OriginPaths(directory);
			try {
				Path moved = new Companions(source, folder, origins).place(names, this.path);
				return new PrivateCopy(moved, this.sha256, this.size, this.signedBy, folder, origins.links());
			}
			catch (IOException | RuntimeException ex) {
				Companions.delete(folder);
				deleteAll(origins.links());
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UnreadableLibraryException(source,
					"its companions can not be put into " + directory.path() + ": " + ex,
					"Make them readable and the directory writable for the user of this process.", ex);
		}
	}

	/**
	 * Makes the copy independent of the library's name and place, and copies libraries
	 * that it needs.
	 * @param source the module and its library
	 * @param needed the paths of the libraries to copy, by the names by which they are
	 * needed
	 * @param directory the directory of the copies
	 * @return the copy, to be deleted instead of this one
	 * @throws UnreadableLibraryException if a file cannot be read or written
	 */
	public PrivateCopy detach(ModuleSource source, Map<String, Path> needed, PrivateDirectory directory) {
		Map<String, Path> copies = new HashMap<>();
		OriginPaths origins = new OriginPaths(directory);
		try {
			for (Map.Entry<String, Path> library : needed.entrySet()) {
				try (InputStream content = Files.newInputStream(library.getValue())) {
					copies.put(library.getKey(), directory.store(content, library.getValue().getFileName().toString()));
				}
			}
			Map<String, Path> names = new HashMap<>(copies);
			if (!copies.isEmpty()) {
				names.putAll(Companions.names(source, this.path));
			}
			for (Map.Entry<String, Path> library : needed.entrySet()) {
				Path original = library.getValue();
				new CopyNames(origins.of(original), names).writeTo(ModuleSource.of(source.module(), original),
						copies.get(library.getKey()));
			}
			new CopyNames(origins.of(source.path()), copies).writeTo(source, this.path);
		}
		catch (IOException ex) {
			deleteAll(copies.values());
			deleteAll(origins.links());
			throw UnreadableLibraryException.of(source, ex);
		}
		catch (RuntimeException ex) {
			deleteAll(copies.values());
			deleteAll(origins.links());
			throw ex;
		}
		List<Path> all = new ArrayList<>(this.others);
		all.addAll(copies.values());
		all.addAll(origins.links());
		return new PrivateCopy(this.path, this.sha256, this.size, this.signedBy, this.companions, List.copyOf(all));
	}

	private static void deleteAll(Collection<Path> files) {
		for (Path file : files) {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				logger.warn("Can not delete {}", file, ex);
			}
		}
	}

	/** Deletes the copy with its companions. Its mappings remain valid. */
	public void delete() {
		deleteAll(this.others);
		try {
			Files.deleteIfExists(this.path);
			if (this.companions != null) {
				Companions.delete(this.companions);
			}
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
