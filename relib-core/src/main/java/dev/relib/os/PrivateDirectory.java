// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A directory that only the user of this process can read, for the libraries that the
 * process maps. Others that can write to a directory above it can not exchange its files.
 * The next process deletes what a killed one has left behind.
 */
public interface PrivateDirectory extends AutoCloseable {

	/**
	 * Where the directory is, for people: others may rename it.
	 * @return its real path when it was created
	 */
	Path path();

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
	Path store(InputStream content, String name) throws IOException;

	/**
	 * Creates a directory in this one, under a new name.
	 * @return a path for this process and its children, until this directory is closed
	 * @throws IOException if that fails
	 */
	Path createFolder() throws IOException;

	/**
	 * Creates a symbolic link in this directory, under a new name.
	 * @param target the absolute path that it leads to
	 * @return the link, to be deleted by the caller; a path of ASCII letters, digits,
	 * dashes and slashes for this process and its children, until this directory is
	 * closed
	 * @throws IOException if that fails
	 */
	Path link(Path target) throws IOException;

	/**
	 * Deletes the directory with what is in it; mapped libraries stay mapped.
	 */
	@Override
	void close();

}
