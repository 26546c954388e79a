// SPDX-License-Identifier: Apache-2.0
package dev.relib.image;

import java.nio.file.Path;

import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.Hazard.Type;
import dev.relib.module.Hazard;
import dev.relib.module.ModuleSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnOneJdk
class HazardTests {

	private static final String VISIBLE = "__attribute__((visibility(\"default\"))) ";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "-Wl_-z_nodelete, NODELETE, mapped until the process ends",
			"-Wl_-z_execstack, EXECUTABLE_STACK, executable stacks in all threads",
			"-ftls-model=initial-exec, STATIC_THREAD_LOCALS, thread-locals (4 bytes)" })
	void namesWhatLinkersDo(String option, Type type, String problem) {
		Path library = fixture("_Thread_local int own;\n" + VISIBLE + "int get(void);\nint get(void) { return own++; }")
			.option(option.replace('_', ','))
			.compile("odd");
		assertThat(image(library).hazards()).singleElement().satisfies((hazard) -> {
			assertThat(hazard.type()).isEqualTo(type);
			assertThat(hazard.problem()).contains(problem);
			assertThat(hazard.fix()).endsWith(".");
		});
	}

	@Test
	void namesRelocationsInCode() {
		Path library = fixture("__asm__(\".text\\n.globl there\\nthere: .quad there\\n\");").option("-Wl,-z,notext")
			.compile("odd");
		assertThat(image(library).hazards()).extracting(Hazard::type).containsExactly(Type.TEXT_RELOCATIONS);
	}

	@Test
	void namesUniqueSymbols() {
		Path library = fixture("__asm__(\".data\\n.globl one, other\\n.type one, @gnu_unique_object\\n"
				+ ".type other, @gnu_unique_object\\none: .quad 0\\nother: .quad 0\\n\");")
			.compile("odd");
		assertThat(image(library).hazards()).singleElement().satisfies((hazard) -> {
			assertThat(hazard.type()).isEqualTo(Type.UNIQUE_SYMBOLS);
			assertThat(hazard.problem()).containsAnyOf("unique symbols (one and 1 more)",
					"unique symbols (other and 1 more)");
		});
	}

	@Test
	void namesTheRuntimeOfGoByTheNoteOfItsLinker() {
		Path library = fixture("__asm__(\".section .note.go.buildid,\\\"a\\\",@note\\n.long 4, 8, 4\\n"
				+ ".ascii \\\"Go\\\\0\\\\0\\\"\\n.ascii \\\"abc/def/\\\"\\n.previous\\n\");")
			.option("-Wl,-z,nodelete")
			.compile("odd");
		assertThat(image(library).hazards()).singleElement()
			.extracting(Hazard::type, Hazard::pins)
			.containsExactly(Type.GO_RUNTIME, false);
	}

	@Test
	void namesTheRuntimeOfGoByItsFunctions() {
		Path library = fixture("__attribute__((visibility(\"default\"))) void _cgo_topofstack(void) {}\n"
				+ "__attribute__((visibility(\"default\"))) void _cgo_panic(void) {}\n")
			.compile("odd");
		assertThat(image(library).hazards()).extracting(Hazard::type).containsExactly(Type.GO_RUNTIME);
	}

	@Test
	void advisesToUnpinAPlainLibraryOnlyIfItIsAtRest() {
		Path library = fixture("int odd;").option("-Wl,-z,nodelete").compile("odd");
		assertThat(image(library).hazards()).singleElement()
			.extracting(Hazard::fix)
			.asString()
			.startsWith("If nothing of it runs on after its last call, set the module's unpin to true");
	}

	@Test
	void namesThreadsThatTheSharedLibraryOfCppStarts() {
		Path library = NativeFixture.in(this.directory)
			.compiler("c++")
			.source("odd.cpp",
					"#include <thread>\n__attribute__((visibility(\"default\"))) void odd() { std::thread([] {}).join(); }\n")
			.compile("odd");
		assertThat(image(library).hazards()).extracting(Hazard::type).contains(Type.THREADS_OF_SHARED_LIBRARY);
	}

	@Test
	void namesPanicsThatAbort() {
		Path library = fixture("#include \"relib_module.h\"\nRELIB_MODULE(\"1\\npanic abort\", \"\")\n").kit()
			.compile("odd");
		assertThat(image(library).hazards()).extracting(Hazard::type).containsExactly(Type.ABORTING_PANICS);
	}

	@Test
	void hasNothingToSayOfAnOrdinaryModule() {
		Path library = fixture("#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n").kit().compile("module");
		LibraryImage image = image(library);
		assertThat(image.hazards()).isEmpty();
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> image.hazards().add(new Hazard(Type.NODELETE, "", "")));
	}

	private NativeFixture fixture(String source) {
		return NativeFixture.in(this.directory).source("odd.c", source);
	}

	private static LibraryImage image(Path library) {
		return LibraryImage.read(ModuleSource.of("odd", library), library);
	}

}
