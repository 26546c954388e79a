package dev.relib.module;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a library is bound to others.
 *
 * @param soname the name by which others need it; {@code null} if it has none
 * @param buildId by which symbol servers know it, in lower-case hexadecimal; {@code null}
 * if it has none
 * @param runPath directories in which the loader looks for what it needs, separated by
 * colons, as they are in the file; {@code null} if it names none
 * @param inherited whether the loader looks there also for what those need
 * ({@code RPATH}, not {@code RUNPATH})
 * @param onlyRunPath whether the loader looks nowhere else
 * @param versionsNeeded the versions of symbols that it needs
 * @param versionsOffered the versions of symbols that it offers
 */
public record Linkage(@Nullable String soname, @Nullable String buildId, @Nullable String runPath, boolean inherited,
		boolean onlyRunPath, List<VersionNeeded> versionsNeeded, List<String> versionsOffered) {

	public Linkage {
		versionsNeeded = List.copyOf(versionsNeeded);
		versionsOffered = List.copyOf(versionsOffered);
	}

	/**
	 * A version of symbols that another library must offer.
	 *
	 * @param library the other library's name
	 * @param version the version, for example {@code GLIBC_2.34}
	 * @param required whether the library can not be loaded without it
	 */
	public record VersionNeeded(String library, String version, boolean required) {

	}

}
