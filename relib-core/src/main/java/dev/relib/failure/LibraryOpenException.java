// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;
import java.nio.file.Path;

import dev.relib.module.ModuleSource;

/**
 * Thrown when the dynamic loader refuses to open a library.
 */
public final class LibraryOpenException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param copy the private copy that was opened
	 * @param cause the failure, whose message is that of {@code dlerror}
	 */
	public LibraryOpenException(ModuleSource source, Path copy, RuntimeException cause) {
		super(source, message(cause).replace(copy.toString(), "its private copy"), fix(message(cause)), cause);
	}

	private static String message(RuntimeException cause) {
		return String.valueOf(cause.getMessage());
	}

	private static String fix(String message) {
		if (message.contains("failed to map segment")) {
			return "Set relib.directory to a directory on a file system that is not mounted noexec.";
		}
		if (message.contains("static TLS block")) {
			return "Compile all of it with -ftls-model=global-dynamic (Rust's mimalloc: the feature local_dynamic_tls; "
					+ "jemalloc: configure it with --disable-initial-exec-tls, in Rust tikv-jemallocator's feature "
					+ "disable_initial_exec_tls). Other models need static TLS, which is scarce, and which the loader "
					+ "does not reuse after a reload: until then unload the module before you load it again.";
		}
		if (message.contains("undefined symbol: ")) {
			return "Link the library that defines the symbol (-l…), or compile the source that does; -Wl,-z,defs has the "
					+ "linker find this.";
		}
		if (message.contains("' not found (required by")) {
			return "Build it on the oldest system that it has to run on, or install the newer library here.";
		}
		return "Install the library that the message names, or correct the run path ($ORIGIN is the directory of the "
				+ "library itself) of the one that needs it.";
	}

}
