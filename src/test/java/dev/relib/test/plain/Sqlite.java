// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * Functions of SQLite. Handles are pointers; functions return them in an array that holds
 * one pointer.
 */
@RelibExports
public interface Sqlite {

	@RelibName("sqlite3_libversion")
	String version();

	@RelibName("sqlite3_open")
	int open(String file, byte[] database);

	@RelibName("sqlite3_close")
	int close(long database);

	@RelibName("sqlite3_exec")
	int execute(long database, String statements, long callback, long argument, long error);

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
