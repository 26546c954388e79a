// SPDX-License-Identifier: Apache-2.0
package dev.relib.readme;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The README quotes the messages of exceptions.
 */
@EnabledOnOs(architectures = { "amd64", "x86_64" })
@OnOneJdk
class MismatchTableTests {

	private static final List<ReadmeRow> ROWS = ReadmeRow.of("When the two sides do not fit");

	@TempDir
	private Path directory;

	@Test
	void hasARowForEachKindOfMismatch() {
		assertThat(ROWS).hasSameSizeAs(Mismatch.values())
			.extracting(ReadmeRow::exception)
			.containsExactlyElementsOf(
					Stream.of(Mismatch.values()).map((mismatch) -> mismatch.exception().getSimpleName()).toList());
	}

	@TestFactory
	Stream<DynamicTest> quotesWhatIsSaid() {
		return Stream.of(Mismatch.values())
			.map((mismatch) -> DynamicTest.dynamicTest(mismatch.name(),
					() -> assertQuoted(ROWS.get(mismatch.ordinal()), mismatch)));
	}

	private void assertQuoted(ReadmeRow row, Mismatch mismatch) {
		Throwable ex = catchThrowable(() -> mismatch.provoke(this.directory.resolve(mismatch.name())));
		assertThat(ex).isExactlyInstanceOf(mismatch.exception());
		assertThat(ex.getMessage().replaceAll("\\n\\s*", " / ").replaceAll(" +", " "))
			.containsPattern(pattern(row.says()));
	}

	/**
	 * Matches any text at an ellipsis and any large number, which depends on the linker.
	 */
	private static String pattern(String quoted) {
		return Stream.of(quoted.replaceAll("[0-9]{5,}", "…").split("…", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining(".+"));
	}

}
