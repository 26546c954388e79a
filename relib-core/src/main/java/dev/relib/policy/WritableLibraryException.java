package dev.relib.policy;

import java.io.Serial;
import java.nio.file.Path;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.os.FileAccess;

/**
 * Others than the user of this process and root can change a library, or which one is
 * found at its path: they could run code in this process.
 */
public final class WritableLibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String writable;

	WritableLibraryException(ModuleSource source, Path writable, FileAccess access) {
		super(source, problem(writable, access),
				fix(writable, access) + ", or set relib.policy.allow-writable to true to trust whoever can change it.");
		this.writable = writable.toString();
	}

	private static String problem(Path path, FileAccess access) {
		if (!access.isOurs()) {
			return path + " belongs to " + access.owner() + ", neither to the user of this process nor to root";
		}
		String who = access.isWritableByAll() ? "everybody" : "the group " + access.group();
		return who + " can write to " + path + ", which belongs to " + access.owner();
	}

	private static String fix(Path path, FileAccess access) {
		if (!access.isOurs()) {
			return "Change its owner (chown)";
		}
		return "Run \"chmod " + (access.isWritableByGroup() ? "g" : "") + (access.isWritableByAll() ? "o" : "") + "-w "
				+ path + "\"";
	}

	/**
	 * What others can change.
	 * @return the library, or a directory or link that leads to it
	 */
	public Path writable() {
		return Path.of(this.writable);
	}

}
