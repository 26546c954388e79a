// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.file.Path;

import dev.relib.failure.NativeAccessException;
import dev.relib.failure.RuntimeUnavailableException;

/**
 * What an operating system offers to load modules with. There is one implementation for
 * each supported system; it is found as a service, so that nothing else names it, and a
 * jar beside this one can bring another. An implementation is created on every platform
 * and asked for its system only; it reaches for native code when a part of it is needed.
 */
public interface NativeAccess {

	/**
	 * The implementation for the platform that this JVM runs on.
	 * @return the same one each time
	 * @throws RuntimeUnavailableException if this platform has none
	 */
	static NativeAccess current() {
		return Providers.access();
	}

	/**
	 * The system that this is for.
	 * @return its name, as in {@link dev.relib.module.Platform#system()}
	 */
	String system();

	/**
	 * The loader of dynamic libraries.
	 * @return the loader
	 * @throws NativeAccessException if native code can not be called
	 */
	DynamicLoader loader();

	/**
	 * The memory mappings of this process.
	 * @return the mappings
	 */
	Mappings mappings();

	/**
	 * The threads of this process.
	 * @return the threads
	 */
	Threads threads();

	/**
	 * Files and directories.
	 * @return the files
	 * @throws NativeAccessException if native code can not be called
	 */
	NativeFiles files();

	/**
	 * Creates a private directory. If native code has not been called yet, what is needed
	 * to call it is extracted to the same place.
	 * @param parent an existing directory
	 * @return the directory, to be closed by the caller
	 * @throws NativeAccessException if native code can not be called
	 * @throws dev.relib.failure.DirectoryUnavailableException if the directory cannot be
	 * created
	 */
	PrivateDirectory createDirectory(Path parent);

	/**
	 * What the system says of an error number.
	 * @param error an {@code errno}
	 * @return for example {@code No such file or directory}
	 * @throws NativeAccessException if native code can not be called
	 */
	String errorText(int error);

}
