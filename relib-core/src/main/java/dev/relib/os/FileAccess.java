package dev.relib.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a file is, and who can change it.
 *
 * @param mode the kind of file and its permissions, as in {@code stat}
 * @param uid the id of the user that it belongs to
 * @param owner that user's name, or the id where it has none
 * @param group the name of the group that it belongs to, likewise
 * @param members the names of users who are in the group by its own list, as far as that
 * matters: none unless the group bears the owner's name and can write
 * @param accessList whether an access control list lets in more users or groups
 */
public record FileAccess(int mode, int uid, String owner, String group, List<String> members, boolean accessList) {

	private static final int KIND = 0170000;

	private static final int LINK = 0120000;

	private static final int REGULAR = 0100000;

	private static final int DIRECTORY = 0040000;

	private static final int STICKY = 01000;

	private static final int GROUP_WRITES = 0020;

	private static final int OTHERS_WRITE = 0002;

	private static final int OTHER_PERMISSIONS = 0077;

	static FileAccess of(Path path, LinkOption... links) throws IOException {
		Map<String, Object> attributes = Files.readAttributes(path, "unix:mode,uid,gid,owner,group", links);
		int mode = (int) attributes.get("mode");
		String owner = attributes.get("owner").toString();
		String group = attributes.get("group").toString();
		boolean own = (mode & GROUP_WRITES) != 0 && group.equals(owner);
		List<String> members = own ? GroupMembers.of((int) attributes.get("gid")) : List.of();
		return new FileAccess(mode, (int) attributes.get("uid"), owner, group, members, hasAccessList(path));
	}

	/**
	 * Looks at a file, a directory or a symbolic link itself.
	 * @param path its path
	 * @return how it is now
	 * @throws IOException if there is none, or the kernel does not tell
	 */
	public static FileAccess ofLink(Path path) throws IOException {
		return of(path, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Whether it is a file with content.
	 * @return {@code false} for directories, links, pipes, devices and the like
	 */
	public boolean isRegularFile() {
		return (this.mode & KIND) == REGULAR;
	}

	/**
	 * Whether it is a directory.
	 * @return whether it is one
	 */
	public boolean isDirectory() {
		return (this.mode & KIND) == DIRECTORY;
	}

	/**
	 * Whether it is a symbolic link, which nobody can change: it can be replaced only.
	 * @return whether it is one
	 */
	public boolean isSymbolicLink() {
		return (this.mode & KIND) == LINK;
	}

	/**
	 * Whether it belongs to somebody who can change this process anyway.
	 * @return {@code true} if the owner is the user of this process, or root
	 */
	public boolean isOurs() {
		return this.uid == 0 || this.uid == Posix.geteuid();
	}

	/** Whether it belongs to the user of this process, whom it lets in alone. */
	boolean isOfThisUserOnly() {
		return this.uid == Posix.geteuid() && (this.mode & OTHER_PERMISSIONS) == 0;
	}

	/**
	 * Whether it is a directory in which only their owner can replace or delete files,
	 * whoever may create some.
	 * @return {@code true} for a directory like {@code /tmp}
	 */
	public boolean isSticky() {
		return isDirectory() && (this.mode & STICKY) != 0;
	}

	/**
	 * Whether others than the owner can write to it as members of its group. The group
	 * that bears a user's own name is the user's own, as far as it has no other members
	 * and no access control list lends its permissions to somebody else.
	 * @return whether they can
	 */
	public boolean isWritableByGroup() {
		boolean own = this.uid != 0 && this.group.equals(this.owner) && !this.accessList
				&& this.members.stream().allMatch(this.owner::equals);
		return (this.mode & GROUP_WRITES) != 0 && !own && !isSymbolicLink();
	}

	/**
	 * Whether everybody can write to it.
	 * @return whether they can
	 */
	public boolean isWritableByAll() {
		return (this.mode & OTHERS_WRITE) != 0 && !isSymbolicLink();
	}

	private static boolean hasAccessList(Path path) {
		return Posix.getxattr(Posix.bytes(path), "system.posix_acl_access", null, 0) > 0;
	}

}
