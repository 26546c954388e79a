// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.io.IOException;

/**
 * What a file is, and who can change it: how it was when it was looked at.
 */
public interface FileAccess {

	/**
	 * Whether it is a file with content.
	 * @return {@code false} for directories, links, pipes, devices and the like
	 */
	boolean isRegularFile();

	/**
	 * Whether it is a directory.
	 * @return whether it is one
	 */
	boolean isDirectory();

	/**
	 * The size of its content.
	 * @return bytes; 0 also for files whose size the system does not tell
	 */
	long size();

	/**
	 * Whether it belongs to somebody who can change this process anyway.
	 * @return {@code true} if the owner is the user of this process, or an administrator
	 */
	boolean isOurs();

	/**
	 * Whether it is a directory in which only their owner can replace or delete files,
	 * whoever may create some.
	 * @return {@code true} for a directory like {@code /tmp}
	 */
	boolean isSticky();

	/**
	 * Whether others than the owner can write to it as members of its group, or by an
	 * access control list. A group that nobody but the owner is in is the owner's own.
	 * @return whether they can
	 * @throws IOException if the system does not tell who is in the group
	 */
	boolean isWritableByGroup() throws IOException;

	/**
	 * Whether everybody can write to it.
	 * @return whether they can
	 */
	boolean isWritableByAll();

	/**
	 * The user that it belongs to.
	 * @return the user's name, or the id if there is no name
	 */
	String owner();

	/**
	 * The group that it belongs to.
	 * @return the group's name, or the id if there is no name
	 */
	String group();

}
