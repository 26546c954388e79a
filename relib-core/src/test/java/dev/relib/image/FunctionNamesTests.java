// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

@OnOneJdk
class FunctionNamesTests {

	private static final String SOURCE = """
			static int hidden(int a) { return a + 1; }
			__attribute__((visibility("default"))) int shown(int a) {
				return hidden(a) * 2;
			}
			""";

	@TempDir
	private Path directory;

	@Test
	void namesHiddenFunctionsToo() {
		Path library = compile();
		assertThat(name(library, offset(library, "shown") + 1)).isEqualTo("shown+0x1");
		assertThat(name(library, offset(library, "hidden") + 1)).isEqualTo("hidden+0x1");
	}

	@Test
	void namesExportsOfAStrippedLibrary() {
		Path library = NativeFixture.in(this.directory).source("names.c", SOURCE).option("-s").compile("names");
		assertThat(name(library, offset(library, "shown") + 1)).isEqualTo("shown+0x1");
		assertThat(name(library, offset(library, "hidden"))).isEqualTo("0x5000");
	}

	@Test
	void givesNumbersForAFileWithoutNames() throws IOException {
		Path text = Files.writeString(this.directory.resolve("text"), "no library");
		assertThat(name(text, 0x2a1f)).isEqualTo("0x2a1f");
	}

	@Test
	void findsTheLine() throws Exception {
		assumeThat(new ProcessBuilder("which", "addr2line").start().waitFor()).as("addr2line is installed").isZero();
		Path library = compile();
		long offset = offset(library, "shown");
		assertThat(SourceLines.of(library, new TreeSet<>(List.of(0L, offset)))).containsOnlyKeys(offset)
			.containsEntry(offset, "names.c:2");
	}

	private Path compile() {
		return NativeFixture.in(this.directory).source("names.c", SOURCE).option("-O0").compile("names");
	}

	private static String name(Path library, long offset) {
		return FunctionNames.of(library, new TreeSet<>(List.of(offset))).get(offset);
	}

	private static long offset(Path library, String function) {
		TreeSet<Long> offsets = LongStream.range(0, 0x4000).boxed().collect(Collectors.toCollection(TreeSet::new));
		Map<Long, String> names = FunctionNames.of(library, offsets);
		return offsets.stream()
			.filter((offset) -> function.concat("+0x0").equals(names.get(offset)))
			.findFirst()
			.orElse(0x5000L);
	}

}
