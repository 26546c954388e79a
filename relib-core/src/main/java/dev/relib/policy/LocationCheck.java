// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ForbiddenLocationException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.failure.WritableLibraryException;
import dev.relib.module.ModuleSource;
import dev.relib.os.FileAccess;
import dev.relib.os.NativeAccess;
import dev.relib.os.OpenFile;

/**
 * Checks the location of a library, and that no other user can change it.
 */
final class LocationCheck {

	private final ModuleSource source;

	private final LibraryPolicy policy;

	LocationCheck(ModuleSource source, LibraryPolicy policy) {
		this.source = source;
		this.policy = policy;
	}

	/**
	 * Checks an open file.
	 * @param file the file at the library's path
	 * @throws ForbiddenLocationException if it is outside the allowed directories
	 * @throws WritableLibraryException if another user can change it
	 */
	void require(OpenFile file) {
		try {
			List<Path> allowed = realPaths(this.policy.allowedDirectories());
			Path directory = file.directory();
			if (!this.policy.allowedDirectories().isEmpty()) {
				requireBelow(allowed, directory);
			}
			if (!this.policy.allowWritable()) {
				requireUnwritable(this.source.path(), file.access());
				Set<Path> passed = new LinkedHashSet<>(walkInto(directory));
				passed.addAll(PathWalk.of(this.source.path()));
				requireUnwritable(passed, allowed);
			}
		}
		catch (IOException ex) {
			throw UnreadableLibraryException.of(this.source, ex);
		}
	}

	/**
	 * Trusts the kernel's path of the open file, which no symbolic link can lead outside.
	 */
	private void requireBelow(List<Path> allowed, Path directory) {
		if (allowed.stream().noneMatch(directory::startsWith)) {
			throw new ForbiddenLocationException(this.source, directory, this.policy.allowedDirectories());
		}
	}

	/**
	 * Checks a way from the root on: a user who cannot change a directory cannot replace
	 * the next one. The parents of an allowed directory are exempt, because the operator
	 * who named it vouches for them.
	 */
	private void requireUnwritable(Collection<Path> walk, List<Path> allowed) throws IOException {
		for (Path passed : walk) {
			if (allowed.stream().noneMatch((directory) -> isAbove(passed, directory))) {
				requireUnwritable(passed, NativeAccess.current().files().access(passed));
			}
		}
	}

	private void requireUnwritable(Path path, FileAccess access) throws IOException {
		boolean shared = !access.isSticky() && (access.isWritableByAll() || access.isWritableByGroup());
		if (shared || !access.isOurs()) {
			throw new WritableLibraryException(this.source, path, problem(path, access),
					fix(path, access) + ", or set relib.policy.allow-writable to true to trust whoever can change it.");
		}
	}

	private static String problem(Path path, FileAccess access) {
		if (!access.isOurs()) {
			return path + " belongs to " + access.owner() + ", neither to the user of this process nor to root";
		}
		String users = access.isWritableByAll() ? "everybody" : "the group " + access.group();
		return users + " can write to " + path + ", which belongs to " + access.owner();
	}

	private static String fix(Path path, FileAccess access) throws IOException {
		if (!access.isOurs()) {
			return "Change its owner (chown)";
		}
		return "Run \"chmod " + (access.isWritableByGroup() ? "g" : "") + (access.isWritableByAll() ? "o" : "") + "-w "
				+ path + "\"";
	}

	private static boolean isAbove(Path passed, Path directory) {
		return directory.startsWith(passed) && !directory.equals(passed);
	}

	private static List<Path> walkInto(Path directory) throws IOException {
		return PathWalk.of(directory.resolve("."));
	}

	/** Resolves the existing directories; no library can be in the others. */
	private static List<Path> realPaths(List<Path> directories) throws IOException {
		List<Path> real = new ArrayList<>();
		for (Path directory : directories) {
			if (Files.exists(directory)) {
				real.add(directory.toRealPath());
			}
		}
		return real;
	}

}
