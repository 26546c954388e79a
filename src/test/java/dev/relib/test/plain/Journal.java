// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.util.Optional;
import java.util.function.LongConsumer;

import dev.relib.RelibByValue;
import dev.relib.RelibErrno;
import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibKept;
import dev.relib.RelibLength;
import dev.relib.RelibName;
import dev.relib.RelibVariadic;

/**
 * README's example of any C library.
 */
@RelibExports(plain = true)
public interface Journal {

	record Entry(long id, double weight, @RelibLength(16) String name) {
	}

	interface Visitor {

		void visit(Entry entry);

	}

	@RelibErrno
	int journalOpen(String path, long[] opened);

	void journalClose(long journal);

	void journalAdd(long journal, @RelibByValue Entry entry);

	@RelibInt
	boolean journalFind(long journal, String name, Entry[] found);

	Optional<String> journalLast(long journal);

	void journalEach(long journal, Visitor visitor);

	void journalOnAdd(long journal, @RelibKept LongConsumer added);

	@RelibName("journal_print")
	int print(byte[] into, long room, String format, @RelibVariadic double number);

	@RelibName("journal_print")
	int print(byte[] into, long room, String format, @RelibVariadic String text, int number);

}
