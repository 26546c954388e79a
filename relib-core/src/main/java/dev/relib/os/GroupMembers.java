package dev.relib.os;

import java.io.IOException;
import java.util.List;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.ptr.PointerByReference;

/**
 * Who is in a group by the group's own list, which is not where users stand whose first
 * group it is.
 */
final class GroupMembers {

	/** Of {@code struct group}: two pointers, an id with padding, and a pointer. */
	private static final int ENTRY_SIZE = 4 * Native.POINTER_SIZE;

	private static final int MEMBERS = 3 * Native.POINTER_SIZE;

	private static final int ERANGE = 34;

	private static final long FIRST_SIZE = 4096;

	/** Room for more members than any group has. */
	private static final long MAX_SIZE = 1L << 26;

	private GroupMembers() {
	}

	/**
	 * Asks for the members of a group.
	 * @param group the group's id
	 * @return their names, none if the group has no entry
	 * @throws IOException if the system does not tell
	 */
	static List<String> of(int group) throws IOException {
		int error = ERANGE;
		for (long size = FIRST_SIZE; error == ERANGE && size <= MAX_SIZE; size *= 4) {
			try (Memory entry = new Memory(ENTRY_SIZE); Memory buffer = new Memory(size)) {
				PointerByReference found = new PointerByReference();
				error = Posix.getgrgid_r(group, entry, buffer, size, found);
				if (error == 0) {
					return (found.getValue() != null) ? List.of(entry.getPointer(MEMBERS).getStringArray(0))
							: List.of();
				}
			}
		}
		throw new IOException("the members of the group " + group + " are not known: " + Posix.strerror(error));
	}

}
