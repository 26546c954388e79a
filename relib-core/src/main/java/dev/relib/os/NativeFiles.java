// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.relib.failure.DirectoryUnavailableException;

/**
 * Files as far as Java alone does not tell who can change them, or keep others from doing
 * so.
 */
public interface NativeFiles {

	/**
	 * Opens a file. This reads nothing, waits for nobody and follows symbolic links.
	 * @param path its path
	 * @return the file, to be closed by the caller
	 * @throws NoSuchFileException if there is none
	 * @throws IOException if the path can not be followed
	 */
	OpenFile open(Path path) throws IOException;

	/**
	 * Looks at a file, a directory or a symbolic link itself.
	 * @param path its path
	 * @return how it is now
	 * @throws IOException if there is none, or the system does not tell
	 */
	FileAccess access(Path path) throws IOException;

	/**
	 * Creates a directory that only the user of this process can read.
	 * @param parent an existing directory on a file system that allows to execute
	 * @return the directory, empty, to be closed by the caller
	 * @throws DirectoryUnavailableException if it can not be created there
	 */
	PrivateDirectory createDirectory(Path parent);

	/**
	 * Changes a file of a private directory, which is read-only before and after.
	 * @param file the file
	 * @param change what to do while the file can be written to
	 * @throws IOException if the change fails
	 */
	void change(Path file, Change change) throws IOException;

	/**
	 * Something that is to be done to the content of a file.
	 */
	@FunctionalInterface
	interface Change {

		/**
		 * Does it.
		 * @param file the file, open for writing
		 * @throws IOException if that fails
		 */
		void apply(FileChannel file) throws IOException;

	}

}
