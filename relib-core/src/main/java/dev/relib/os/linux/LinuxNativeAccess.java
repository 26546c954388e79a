// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.nio.file.Path;
import java.util.function.Supplier;

import dev.relib.failure.NativeAccessException;
import dev.relib.os.DynamicLoader;
import dev.relib.os.Mappings;
import dev.relib.os.NativeAccess;
import dev.relib.os.NativeFiles;
import dev.relib.os.PrivateDirectory;
import dev.relib.os.Threads;

/**
 * Linux with the GNU C library, called through JNA.
 */
public final class LinuxNativeAccess implements NativeAccess {

	private final Mappings mappings = new ProcMappings();

	private final Threads threads = new ProcThreads();

	@Override
	public String system() {
		return "linux";
	}

	@Override
	public DynamicLoader loader() {
		return allowed(() -> CLibrary.LOADER);
	}

	@Override
	public Mappings mappings() {
		return this.mappings;
	}

	@Override
	public Threads threads() {
		return this.threads;
	}

	@Override
	public NativeFiles files() {
		return allowed(() -> CLibrary.FILES);
	}

	@Override
	public PrivateDirectory createDirectory(Path parent) {
		allowed(() -> JnaExtraction.into(parent));
		return files().createDirectory(parent);
	}

	@Override
	public String errorText(int error) {
		return allowed(() -> CLibrary.LIBC.strerror(error));
	}

	private static <T> T allowed(Supplier<T> part) {
		try {
			return part.get();
		}
		catch (LinkageError ex) {
			throw new NativeAccessException(ex);
		}
	}

	/**
	 * What calls native code. It is created when it is first asked for: this class is
	 * loaded on other systems, too.
	 */
	private static final class CLibrary {

		static final Libc LIBC = new JnaLibc();

		static final DynamicLoader LOADER = new LinuxLoader(LIBC);

		static final NativeFiles FILES = new LinuxFiles(LIBC);

	}

}
