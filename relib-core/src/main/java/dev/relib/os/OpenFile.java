// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/**
 * A file that stays the same one whatever becomes of its path: directory, access and
 * content are those of one and the same file.
 */
public interface OpenFile extends Closeable {

	/**
	 * The directory that the file is in now, or was in when it was deleted.
	 * @return its real path
	 * @throws IOException if the system does not tell
	 */
	Path directory() throws IOException;

	/**
	 * What the file is, and who can change it.
	 * @return how it is now
	 * @throws IOException if the system does not tell
	 */
	FileAccess access() throws IOException;

	/**
	 * Opens the file for reading.
	 * @return its content, to be closed by the caller, which may be after this object
	 * @throws AccessDeniedException if this process may not read it
	 * @throws IOException if it can not be read
	 */
	InputStream content() throws IOException;

	/**
	 * Gives the file up; streams of its content stay open.
	 */
	@Override
	void close();

}
