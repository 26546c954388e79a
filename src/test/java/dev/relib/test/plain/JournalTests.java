// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.relib.failure.ErrnoException;
import dev.relib.test.plain.Journal.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The example of any C library in the README works as it is written there.
 */
class JournalTests {

	@Test
	void works(@TempDir Path directory) {
		try (PlainModule module = new PlainModule(directory, "journal.c")) {
			Journal journal = module.exports(Journal.class);
			long[] opened = new long[1];
			assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> journal.journalOpen("nowhere", opened))
				.withMessage("Journal.journal_open: No such file or directory (errno 2)");
			journal.journalOpen("/somewhere", opened);
			assertThat(journal.journalLast(opened[0])).isEmpty();
			List<Long> added = new ArrayList<>();
			journal.journalOnAdd(opened[0], added::add);
			Entry first = new Entry(1, 0.5, "first");
			Entry second = new Entry(2, 1.5, "second");
			journal.journalAdd(opened[0], first);
			journal.journalAdd(opened[0], second);
			assertThat(added).containsExactly(1L, 2L);
			assertThat(journal.journalLast(opened[0])).contains("second");
			Entry[] found = new Entry[1];
			assertThat(journal.journalFind(opened[0], "third", found)).isFalse();
			assertThat(journal.journalFind(opened[0], "first", found)).isTrue();
			assertThat(found).containsExactly(first);
			List<Entry> all = new ArrayList<>();
			journal.journalEach(opened[0], all::add);
			assertThat(all).containsExactly(first, second);
			byte[] into = new byte[32];
			assertThat(new String(into, 0, journal.print(into, 32, "%.1f", 2.5))).isEqualTo("2.5");
			assertThat(new String(into, 0, journal.print(into, 32, "%s %d", "x", 7))).isEqualTo("x 7");
			journal.journalClose(opened[0]);
		}
	}

	@Test
	void isTheOneInTheReadme() throws Exception {
		String readme = Files.readString(Path.of("../../README.md"));
		String block = readme.substring(readme.indexOf("public interface Journal {"));
		List<String> shown = declarations(block.substring(0, block.indexOf("```")));
		String source = Files.readString(Path.of("java/dev/relib/test/plain/Journal.java"));
		assertThat(shown).isEqualTo(declarations(source.substring(source.indexOf("public interface Journal {"))));
	}

	/** The lines without comments, spaces and breaks. */
	private static List<String> declarations(String code) {
		String text = code.replaceAll("//[^\n]*", "").replaceAll("\\s+", " ");
		return Arrays.stream(text.split("(?<=[;{}])")).map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
