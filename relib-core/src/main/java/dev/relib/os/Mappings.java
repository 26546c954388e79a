// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The memory mappings of this process. They are the only proof that a library is gone.
 */
public interface Mappings {

	/**
	 * The mappings of a file. It is known by its name alone, which must be unique in this
	 * process and plain ASCII, as in a {@link PrivateDirectory}: its directory may have
	 * been renamed.
	 * @param file the file
	 * @return a line for each, for people; none if the file is not mapped
	 * @throws java.io.UncheckedIOException if the mappings can not be read
	 */
	List<String> of(Path file);

	/**
	 * The names of all mapped files, as the system shows them: the real path of each, or
	 * the last one with a remark if it was deleted or replaced.
	 * @return the names
	 * @throws java.io.UncheckedIOException if the mappings can not be read
	 */
	Set<String> files();

}
