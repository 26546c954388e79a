// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

import dev.relib.os.LentMemory;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * Users and groups as the C library knows them.
 */
final class LibcAccounts implements Accounts {

	/** Room for a {@code struct passwd}, and for the smaller {@code struct group}. */
	private static final int ENTRY_SIZE = 6 * Long.BYTES;

	/** Of {@code struct group}: two pointers, an id with padding, and this pointer. */
	private static final int MEMBERS = 3 * Long.BYTES;

	private static final int ERANGE = 34;

	private static final int FIRST_SIZE = 4096;

	/** Room for more members than any group has. */
	private static final int MAX_SIZE = 1 << 26;

	private final Libc libc;

	LibcAccounts(Libc libc) {
		this.libc = libc;
	}

	@Override
	public int effectiveUser() {
		return this.libc.geteuid();
	}

	@Override
	public String userName(int user) {
		return name(this.libc::getpwuid_r, user);
	}

	@Override
	public String groupName(int group) {
		return name(this.libc::getgrgid_r, group);
	}

	@Override
	public List<String> members(int group) throws IOException {
		List<String> members = find(this.libc::getgrgid_r, group, (entry) -> texts(LentMemory.word(entry + MEMBERS)));
		return (members != null) ? members : List.of();
	}

	/** Both kinds of entry begin with the name. */
	private String name(Lookup lookup, int id) {
		try {
			String name = find(lookup, id, (entry) -> LentMemory.text(LentMemory.word(entry)));
			return (name != null && !name.isEmpty()) ? name : Integer.toString(id);
		}
		catch (IOException ex) {
			return Integer.toString(id);
		}
	}

	/** Asks again with more room until the entry fits. */
	private <T> @Nullable T find(Lookup lookup, int id, LongFunction<T> reader) throws IOException {
		int error = ERANGE;
		for (int size = FIRST_SIZE; error == ERANGE && size <= MAX_SIZE; size *= 4) {
			try (NativeMemory memory = NativeMemory.allocate(Long.BYTES + ENTRY_SIZE + size)) {
				long entry = memory.address() + Long.BYTES;
				error = lookup.find(id, entry, entry + ENTRY_SIZE, size, memory.address());
				if (error == 0) {
					return (memory.getLong(0) != 0) ? reader.apply(entry) : null;
				}
			}
		}
		throw new IOException("the entry of " + id + " can not be read: " + this.libc.strerror(error));
	}

	private static List<String> texts(long array) {
		List<String> texts = new ArrayList<>();
		for (long next = array; LentMemory.word(next) != 0; next += Long.BYTES) {
			texts.add(LentMemory.text(LentMemory.word(next)));
		}
		return texts;
	}

	/**
	 * A function of the C library that fills an entry.
	 */
	@FunctionalInterface
	private interface Lookup {

		int find(int id, long entry, long buffer, long size, long result);

	}

}
