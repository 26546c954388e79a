// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.test.ProcessFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteTests {

	private static final int ROW = 100;

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
