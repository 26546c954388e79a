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

	private WritableLibraryException(ModuleSource source, Path writable, String problem, String fix) {
		super(source, problem, fix + ", or set relib.policy.allow-writable to true to trust whoever can change it.");
		this.writable = writable.toString();
	}

	static WritableLibraryException ofOwner(ModuleSource source, Path path, FileAccess access) {
		return new WritableLibraryException(source, path,
				path + " belongs to " + access.owner() + ", neither to the user of this process nor to root",
				"Change its owner (chown)");
	}

	static WritableLibraryException ofPermissions(ModuleSource source, Path path, FileAccess access) {
		String group = access.isWritableByGroup() ? "the group " + access.group() : "";
		String all = access.isWritableByAll() ? "everybody" : "";
		return new WritableLibraryException(source, path,
				(all.isEmpty() ? group : all) + " can write to " + path + ", " + "which belongs to " + access.owner(),
				"Run \"chmod " + (group.isEmpty() ? "" : "g") + (all.isEmpty() ? "" : "o") + "-w " + path + "\"");
	}

	/**
	 * What others can change.
	 * @return the library, or a directory or link that leads to it
	 */
	public Path writable() {
		return Path.of(this.writable);
	}

}
