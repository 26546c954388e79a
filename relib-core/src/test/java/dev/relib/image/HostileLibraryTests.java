// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;

import dev.relib.failure.NotALibraryException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Libraries that try to exhaust their reader's time or memory.
 */
@OnOneJdk
@Timeout(600)
class HostileLibraryTests {

	private static final long HASH = 4;

	private static final long GNU_HASH = 0x6ffffef5L;

	private static final long RELA = 7;

	private static final long RELA_SIZE = 8;

	private static final long GIGABYTES = 4L << 30;

	@TempDir
	private Path directory;

	@Test
	void isNotCaughtInACircleOfSymbols() throws IOException {
		ElfEditor library = library("sysv");
		int buckets = library.word(HASH, 0);
		int symbols = library.word(HASH, 4);
		for (int i = 0; i < symbols; i++) {
			library.words(HASH, 8 + (buckets + i) * 4, 1);
		}
		for (int i = 0; i < buckets; i++) {
			library.words(HASH, 8 + i * 4, 1);
		}
		Path file = library.save();
		refused(file, "hash table names symbol 1");
	}

	@ParameterizedTest
	@CsvSource({ "0, -1, a hash table of 4294967295 buckets", "0, 16777216, a hash table of 16777216 buckets",
			"8, -1, a hash table of" })
	void believesNoHashTable(int offset, int word, String problem) throws IOException {
		refused(library("gnu").words(GNU_HASH, offset, word).save(), problem);
	}

	@Test
	void countsSoManySymbolsAndNoMore() throws IOException {
		ElfEditor library = library("gnu").grow(GIGABYTES);
		library.set(GNU_HASH, library.hole());
		refused(library.save(GIGABYTES), "its hash table names symbol 4194305");
		ElfEditor many = library("sysv").grow(GIGABYTES).words(HASH, 0, 0, 100_000_000);
		refused(many.save(GIGABYTES), "a hash table of 0 buckets and 100000000 symbols");
	}

	@Test
	void looksThroughSoManyRelocationsAndNoMore() throws IOException {
		ElfEditor library = library("gnu").grow(GIGABYTES);
		library.set(RELA, library.hole()).set(RELA_SIZE, 24L << 23);
		refused(library.save(GIGABYTES), "points at nothing of the library");
		refused(library.set(RELA_SIZE, 3L << 30).save(GIGABYTES), "it has 134217728 relocations");
		refused(library.set(RELA_SIZE, -1).save(GIGABYTES), "go beyond their segment");
	}

	@Test
	void looksThroughSoManyPackedRelocationsAndNoMore() throws IOException {
		ElfEditor library = library("gnu").grow(GIGABYTES);
		library.replace(RELA, 36, library.hole()).replace(RELA_SIZE, 35, 8L << 23);
		refused(library.save(GIGABYTES), "points at nothing of the library");
		refused(library.set(35, 3L << 30).save(GIGABYTES), "it has 402653184 relocations");
	}

	@ParameterizedTest
	@CsvSource({ "1, its dynamic section does not end", "14, its dynamic section does not end" })
	void looksThroughSoManyEntriesAndNoMore(long tag, String problem) throws IOException {
		refused(library("gnu").fillDynamic(tag).save(), problem);
	}

	@ParameterizedTest
	@CsvSource({ "10, 0, is not in the table of names", "10, -1, go beyond their segment",
			"5, 9223372036854775807, is in no segment", "6, -16, is in no segment", "11, 16, have 16 bytes each",
			"1, 4294967295, is not in the table of names" })
	void believesNoNumber(long tag, long value, String problem) throws IOException {
		refused(library("gnu").set(tag, value).save(), problem);
	}

	private ElfEditor library(String hashStyle) throws IOException {
		return ElfEditor.of(NativeFixture.in(this.directory)
			.kit()
			.source("module.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n")
			.option("-Wl,--hash-style=" + hashStyle)
			.compile("hostile"));
	}

	private static LibraryImage read(Path file) {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long started = threads.getCurrentThreadCpuTime();
		try {
			return LibraryImage.read(ModuleSource.of("hostile", file), file);
		}
		finally {
			assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - started)).isLessThan(Duration.ofSeconds(4));
		}
	}

	private static void refused(Path file, String problem) {
		assertThatExceptionOfType(NotALibraryException.class).isThrownBy(() -> read(file))
			.withMessageContaining("the library is damaged: ")
			.withMessageContaining(problem);
	}

}
