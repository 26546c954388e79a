// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;

import dev.relib.os.FileAccess;

/**
 * What the kernel says of a file. Names of users and groups are asked for when they
 * matter.
 *
 * @param mode the kind of file and its permissions, as in {@code stat}
 * @param user the id of the user that it belongs to
 * @param groupId the id of the group that it belongs to
 * @param accessList whether an access control list lets in more users or groups
 * @param size the bytes of its content
 * @param accounts knows users and groups
 */
record FileStatus(int mode, int user, int groupId, boolean accessList, long size,
		Accounts accounts) implements FileAccess {

	private static final int ROOT = 0;

	private static final int KIND = 0170000;

	private static final int LINK = 0120000;

	private static final int REGULAR = 0100000;

	private static final int DIRECTORY = 0040000;

	private static final int STICKY = 01000;

	private static final int GROUP_WRITES = 0020;

	private static final int OTHERS_WRITE = 0002;

	private static final int OTHER_PERMISSIONS = 0077;

	@Override
	public boolean isRegularFile() {
		return (this.mode & KIND) == REGULAR;
	}

	@Override
	public boolean isDirectory() {
		return (this.mode & KIND) == DIRECTORY;
	}

	/** A link can be replaced, but not changed. */
	boolean isSymbolicLink() {
		return (this.mode & KIND) == LINK;
	}

	@Override
	public boolean isOurs() {
		return this.user == ROOT || isOfThisUser();
	}

	/** Whether it belongs to the user of this process, whom it lets in alone. */
	boolean isOfThisUserOnly() {
		return isOfThisUser() && (this.mode & OTHER_PERMISSIONS) == 0;
	}

	private boolean isOfThisUser() {
		return this.user == this.accounts.effectiveUser();
	}

	@Override
	public boolean isSticky() {
		return isDirectory() && (this.mode & STICKY) != 0;
	}

	/** Otherwise an access control list lets nobody write who could not without it. */
	static boolean isOpenToTheGroup(int mode) {
		return (mode & GROUP_WRITES) != 0;
	}

	@Override
	public boolean isWritableByGroup() throws IOException {
		return isOpenToTheGroup(this.mode) && !isSymbolicLink() && !isGroupOfTheOwnerOnly();
	}

	/**
	 * The group that bears a user's own name is the user's own, as far as it has no other
	 * members and no access control list lends its permissions to somebody else.
	 */
	private boolean isGroupOfTheOwnerOnly() throws IOException {
		if (this.user == ROOT || this.accessList || !group().equals(owner())) {
			return false;
		}
		return this.accounts.members(this.groupId).stream().allMatch(owner()::equals);
	}

	@Override
	public boolean isWritableByAll() {
		return (this.mode & OTHERS_WRITE) != 0 && !isSymbolicLink();
	}

	@Override
	public String owner() {
		return this.accounts.userName(this.user);
	}

	@Override
	public String group() {
		return this.accounts.groupName(this.groupId);
	}

}
