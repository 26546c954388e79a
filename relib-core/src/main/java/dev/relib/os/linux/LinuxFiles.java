// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

import dev.relib.os.FileAccess;
import dev.relib.os.NativeFiles;
import dev.relib.os.NativeMemory;
import dev.relib.os.OpenFile;
import dev.relib.os.PrivateDirectory;

/**
 * Files by the C library, where Java's own attributes do not suffice.
 */
final class LinuxFiles implements NativeFiles {

	private final Libc libc;

	private final Accounts accounts;

	LinuxFiles(Libc libc) {
		this.libc = libc;
		this.accounts = new LibcAccounts(libc);
	}

	@Override
	public OpenFile open(Path path) throws IOException {
		return handle(path, true);
	}

	/**
	 * Opens whatever is at a path.
	 * @param path the path
	 * @param links whether to follow a link at its end, or open the link itself
	 * @return what is there, to be closed by the caller
	 * @throws java.nio.file.NoSuchFileException if there is nothing
	 * @throws IOException if the path can not be followed
	 */
	FileHandle handle(Path path, boolean links) throws IOException {
		return FileHandle.open(this, this.libc, path, links);
	}

	@Override
	public FileAccess access(Path path) throws IOException {
		return status(path, LinkOption.NOFOLLOW_LINKS);
	}

	FileStatus status(Path path, LinkOption... links) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,uid,gid,size", links);
		int mode = (int) attributes.get("mode");
		return new FileStatus(mode, (int) attributes.get("uid"), (int) attributes.get("gid"),
				FileStatus.isOpenToTheGroup(mode) && hasAccessList(path), (long) attributes.get("size"), this.accounts);
	}

	private boolean hasAccessList(Path path) {
		try (NativeMemory name = NativeMemory.of(path)) {
			return this.libc.getxattr(name.address(), "system.posix_acl_access", 0, 0) > 0;
		}
	}

	@Override
	public PrivateDirectory createDirectory(Path parent) {
		return LinuxPrivateDirectory.create(this, parent);
	}

	@Override
	public void change(Path file, Change change) throws IOException {
		LinuxPrivateDirectory.change(file, change);
	}

}
