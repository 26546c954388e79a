// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.os.DynamicLoader;
import dev.relib.os.LoaderException;
import dev.relib.os.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinuxLoaderTests {

	private final DynamicLoader loader = new LinuxNativeAccess().loader();

	private final Mappings mappings = new ProcMappings();

	@TempDir
	private Path directory;

	@Test
	void opensAndClosesALibrary() throws IOException {
		Path library = library();
		long handle = this.loader.open(library);
		assertThat(this.loader.symbol(handle, "answer")).isPresent();
		assertThat(this.loader.symbol(handle, "question")).isEmpty();
		assertThat(this.mappings.of(library)).isNotEmpty();
		Files.delete(library);
		assertThat(this.mappings.of(library)).isNotEmpty().allMatch((line) -> line.endsWith(" (deleted)"));
		this.loader.close(handle);
		assertThat(this.mappings.of(library)).isEmpty();
	}

	@Test
	void saysWhyALibraryCanNotBeOpened() {
		Path missing = this.directory.resolve("libmissing.so");
		assertThatExceptionOfType(LoaderException.class).isThrownBy(() -> this.loader.open(missing))
			.withMessageStartingWith("dlopen failed: " + missing + ": cannot open shared object file");
	}

	@Test
	void findsSymbolsOfTheProcess() {
		assertThat(this.loader.global("free")).isNotZero();
		assertThatExceptionOfType(LoaderException.class).isThrownBy(() -> this.loader.global("no_such_symbol"))
			.withMessage("dlsym failed: no symbol no_such_symbol in the process");
	}

	@Test
	void keepsALibraryOpenIfThereIsOne() {
		this.loader.keepOpen("libm.so.6");
		this.loader.keepOpen("libm.so.6");
		assertThat(this.mappings.of(Path.of("libm.so.6"))).isNotEmpty();
		this.loader.keepOpen("libno_such_library.so.1");
	}

	@Test
	void opensNamesInTheEncodingOfTheSystem() {
		ChildJvm.Result result = new ChildJvm().environment("LC_ALL", "C.UTF-8")
			.option("-Dfile.encoding=ISO-8859-1")
			.run(Umlaut.class, library().toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
	}

	private Path library() {
		return NativeFixture.in(this.directory)
			.source("answer.c", "__attribute__((visibility(\"default\"))) int answer = 42;")
			.compile("answer");
	}

	static final class Umlaut {

		public static void main(String[] arguments) throws IOException {
			Path library = Path.of(arguments[0]);
			Path renamed = Files.move(library, library.resolveSibling("libgr\u00fc\u00dfe.so"));
			new LinuxNativeAccess().loader().open(renamed);
		}

	}

}
