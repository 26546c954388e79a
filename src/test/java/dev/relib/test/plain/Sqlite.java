// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.util.Optional;

import dev.relib.RelibExports;
import dev.relib.RelibInt;
import dev.relib.RelibName;

/**
 * Functions of SQLite. Handles are pointers; functions return them in an array that holds
 * one pointer.
 */
@RelibExports(plain = true)
public interface Sqlite {

	@RelibName("sqlite3_libversion")
	String version();

	@RelibName("sqlite3_open")
	int open(String file, byte[] database);

	@RelibName("sqlite3_close")
	int close(long database);

	@RelibName("sqlite3_exec")
	int execute(long database, String statements, long callback, long argument, long error);

	@RelibName("sqlite3_exec")
	int query(long database, String statements, Row row, long argument, String[] error);

	/**
	 * Two columns of a row: {@code char **} of that length.
	 */
	record Columns(Optional<String> first, String second) {
	}

	/**
	 * Gets rows.
	 */
	interface Row {

		@RelibInt
		boolean row(long argument, int count, Columns values, Columns names);

	}

	@RelibName("sqlite3_errmsg")
	String error(long database);

	@RelibName("sqlite3_prepare_v2")
	int prepare(long database, String statement, int length, byte[] prepared, long rest);

	@RelibName("sqlite3_step")
	int step(long prepared);

	@RelibName("sqlite3_column_int64")
	long number(long prepared, int column);

	@RelibName("sqlite3_column_text")
	String text(long prepared, int column);

	@RelibName("sqlite3_finalize")
	int end(long prepared);

}
