// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The dynamic linkage of a library. Immutable.
 *
 * @param soname the name by which other libraries need it; {@code null} if it has none
 * @param buildId its build id in lower-case hexadecimal; {@code null} if it has none
 * @param runPath its {@code RUNPATH}, otherwise its {@code RPATH}: directories separated
 * by colons, as in the file; {@code null} if it has neither
 * @param inherited whether {@code runPath} also applies to the libraries that the needed
 * libraries need, as {@code RPATH} does
 * @param onlyRunPath whether the loader skips the system's directories
 * ({@code -z nodefaultlib})
 * @param versionsNeeded the symbol versions that it needs
 * @param versionsOffered the symbol versions that it defines
 */
public record Linkage(@Nullable String soname, @Nullable String buildId, @Nullable String runPath, boolean inherited,
		boolean onlyRunPath, List<VersionNeeded> versionsNeeded, List<String> versionsOffered) {

	public Linkage {
		versionsNeeded = List.copyOf(versionsNeeded);
		versionsOffered = List.copyOf(versionsOffered);
	}

	/**
	 * A symbol version that another library must define. Immutable.
	 *
	 * @param library the other library's name
	 * @param version the version, for example {@code GLIBC_2.34}
	 * @param required whether the loader refuses the library without it
	 */
	public record VersionNeeded(String library, String version, boolean required) {

	}

}
