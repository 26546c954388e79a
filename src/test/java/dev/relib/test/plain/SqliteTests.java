// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.test.ProcessFigures;
import dev.relib.test.SystemLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqliteTests {

	private static final int ROW = 100;

	private static final int ABORT = 4;

	@Test
	void isLoadedAndUnloadedAsAModule(@TempDir Path directory) {
		Path file = directory.resolve("library.db");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("sqlite", SystemLibrary.find("libsqlite3.so.0"),
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			Sqlite sqlite = module.exports(Sqlite.class);
			assertThat(sqlite.version()).startsWith("3.");
			for (int i = 1; i <= 20; i++) {
				assertThat(addAndCount(sqlite, file, "Grüße " + i)).isEqualTo(i + " Grüße " + i);
				assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			}
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(ProcessFigures.now("-libsqlite3.so.0").libraryMappings()).isZero();
		}
	}

	@Test
	void callsBackForEachRow() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			Sqlite sqlite = registry
				.add(new ModuleDefinition("rows", SystemLibrary.find("libsqlite3.so.0"),
						ModuleOptions.builder().kind(ModuleKind.PLAIN).build()))
				.exports(Sqlite.class);
			byte[] handle = new byte[Long.BYTES];
			assertThat(sqlite.open(":memory:", handle)).isZero();
			String rows = "values (1, 'one'), (null, 'none'), (3, 'three')";
			List<String> seen = new ArrayList<>();
			assertThat(sqlite.query(pointer(handle), rows, (argument, count, values, names) -> {
				seen.add(argument + names.second() + values.first().orElse("-") + values.second());
				return seen.size() == 2;
			}, 7, new String[1])).isEqualTo(ABORT);
			assertThat(seen).containsExactly("7column21one", "7column2-none");
			String[] error = new String[1];
			assertThat(sqlite.query(pointer(handle), "nonsense", (argument, count, values, names) -> false, 0, error))
				.isOne();
			assertThat(error[0]).contains("nonsense");
			IllegalStateException failure = new IllegalStateException("from a row");
			assertThatThrownBy(() -> sqlite.query(pointer(handle), rows, (argument, count, values, names) -> {
				throw failure;
			}, 0, error)).isSameAs(failure);
			assertThat(sqlite.close(pointer(handle))).isZero();
		}
	}

	private static String addAndCount(Sqlite sqlite, Path file, String text) {
		byte[] handle = new byte[Long.BYTES];
		assertThat(sqlite.open(file.toString(), handle)).isZero();
		long database = pointer(handle);
		String statements = "create table if not exists words(word text); insert into words values('" + text + "')";
		assertThat(sqlite.execute(database, statements, 0, 0, 0)).as(sqlite.error(database)).isZero();
		assertThat(sqlite.execute(database, "nonsense", 0, 0, 0)).isNotZero();
		assertThat(sqlite.error(database)).contains("nonsense");
		assertThat(sqlite.prepare(database,
				"select count(*), max(rowid || ' ' || word) filter (where rowid = "
						+ "(select max(rowid) from words)) from words",
				-1, handle, 0))
			.as(sqlite.error(database))
			.isZero();
		long prepared = pointer(handle);
		assertThat(sqlite.step(prepared)).isEqualTo(ROW);
		String word = sqlite.text(prepared, 1);
		assertThat(word).startsWith(sqlite.number(prepared, 0) + " ");
		assertThat(sqlite.end(prepared)).isZero();
		assertThat(sqlite.close(database)).isZero();
		return word;
	}

	private static long pointer(byte[] handle) {
		return ByteBuffer.wrap(handle).order(ByteOrder.nativeOrder()).getLong();
	}

}
