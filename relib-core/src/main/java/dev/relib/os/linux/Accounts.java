// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.util.List;

/**
 * The users and groups of the system. Their names may come from a directory service, so
 * that asking for one is slow.
 */
interface Accounts {

	/** The id of the user whose rights this process has. */
	int effectiveUser();

	/** The name of a user, or the id if there is no name. */
	String userName(int user);

	/** The name of a group, or the id if there is no name. */
	String groupName(int group);

	/**
	 * The users on a group's own list, which lacks those whose first group it is.
	 * @param group the group's id
	 * @return their names, none if the group has no entry
	 * @throws IOException if the system does not tell
	 */
	List<String> members(int group) throws IOException;

}
