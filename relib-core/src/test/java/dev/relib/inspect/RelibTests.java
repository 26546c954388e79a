// SPDX-License-Identifier: Apache-2.0
package dev.relib.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.Relib;
import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;
import dev.relib.module.Inspection;
import dev.relib.module.ModuleKind;
import dev.relib.module.NeededLibrary.Status;
import dev.relib.module.NeededLibrary;
import dev.relib.module.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnOneJdk
class RelibTests {

	@TempDir
	private Path directory;

	@Test
	void tellsWhatAModuleIs() throws IOException {
		Path library = module("exports A\\n  f(a: i32) -> str\\nimports B\\n  g() -> unit\\n");
		Inspection inspection = Relib.inspect(library);
		assertThat(inspection.path()).isEqualTo(library);
		assertThat(inspection.size()).isEqualTo(Files.size(library));
		assertThat(inspection.format()).startsWith("a Linux library (ELF64, ");
		assertThat(inspection.platform()).isEqualTo(Platform.current());
		assertThat(inspection.kind()).isEqualTo(ModuleKind.KIT);
		assertThat(inspection.buildInfo()).containsEntry("version", "1.2.3").containsEntry("language", "c");
		assertThat(inspection.contract()).startsWith("relib-contract 1\nexports A\n");
		assertThat(inspection.exports()).containsExactly("A.f(a: i32) -> str");
		assertThat(inspection.imports()).containsExactly("B.g() -> unit");
		assertThat(inspection.needed()).extracting(NeededLibrary::name).contains("libc.so.6");
		assertThat(inspection.symbols().offered()).anyMatch((symbol) -> symbol.name().equals("relib_module"));
		assertThat(inspection.hazards()).isEmpty();
	}

	@Test
	void tellsWhatAPlainLibraryIs() {
		Path library = NativeFixture.in(this.directory)
			.source("plain.c", "__attribute__((visibility(\"default\"))) int answer = 42;")
			.compile("plain");
		Inspection inspection = Relib.inspect(library);
		assertThat(inspection.kind()).isEqualTo(ModuleKind.PLAIN);
		assertThat(inspection.contract()).isNull();
		assertThat(inspection.exports()).isEmpty();
		assertThat(inspection.symbols().offered()).anyMatch((symbol) -> symbol.name().equals("answer"));
	}

	@Test
	void tellsWhatALibraryForAnotherMachineIs() throws IOException {
		Path library = module("");
		byte[] content = Files.readAllBytes(library);
		ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putShort(18, (short) 243);
		Inspection inspection = Relib.inspect(Files.write(library, content));
		assertThat(inspection.platform()).isEqualTo(new Platform("linux", "riscv64"));
		assertThat(inspection.kind()).isEqualTo(ModuleKind.KIT);
		assertThat(inspection.needed()).isNotEmpty().allMatch((needed) -> needed.status() == Status.NOT_SEARCHED);
		assertThat(inspection.hazards()).isEmpty();
	}

	@Test
	void saysThatALibraryIsMissing() {
		Path helper = NativeFixture.in(this.directory.resolve("helper"))
			.source("helper.c", "__attribute__((visibility(\"default\"))) int help;")
			.option("-Wl,-soname,libnotthere.so.7")
			.compile("helper");
		Path library = NativeFixture.in(this.directory)
			.source("user.c", "int use;")
			.option("-Wl,--no-as-needed")
			.option(helper.toString())
			.compile("user");
		assertThat(Relib.inspect(library).hazards()).extracting(Hazard::type).containsExactly(Type.MISSING_LIBRARY);
		assertThat(Relib.inspect(library).hazards().get(0).problem())
			.isEqualTo("libuser.so needs libnotthere.so.7, which is not on this machine");
	}

	@Test
	void showsAContractThatItCanNotRead() {
		Inspection inspection = Relib.inspect(module("exports A\\n  f() -> i33\\n"));
		assertThat(inspection.contract()).contains("f() -> i33");
		assertThat(inspection.hazards()).singleElement().satisfies((hazard) -> {
			assertThat(hazard.type()).isEqualTo(Type.UNREADABLE_CONTRACT);
			assertThat(hazard.problem()).contains("i33");
		});
	}

	@Test
	void throwsForWhatIsNoLibrary() throws IOException {
		Path text = Files.writeString(this.directory.resolve("text"), "hello");
		assertThatExceptionOfType(NotALibraryException.class).isThrownBy(() -> Relib.inspect(text));
		assertThatExceptionOfType(UnreadableLibraryException.class).isThrownBy(() -> Relib.inspect(this.directory));
		assertThatExceptionOfType(UnreadableLibraryException.class)
			.isThrownBy(() -> Relib.inspect(this.directory.resolve("missing")));
	}

	private Path module(String contract) {
		return NativeFixture.in(this.directory)
			.kit()
			.source("module.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1.2.3\", \"" + contract + "\")\n")
			.compile("module");
	}

}
