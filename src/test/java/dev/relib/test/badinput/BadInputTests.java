// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.badinput;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.AbortingPanicsException;
import dev.relib.failure.ContractMismatchException;
import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.IncompatibleKitException;
import dev.relib.failure.InvalidContractException;
import dev.relib.failure.LibraryOpenException;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.MissingImportException;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.NoModuleKitException;
import dev.relib.failure.NoUpstreamCratesException;
import dev.relib.failure.NotALibraryException;
import dev.relib.failure.UnknownModuleException;
import dev.relib.failure.UnreadableContractException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.failure.WrongMachineException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Every failure to load a library names the module, its path and a fix, leaves nothing
 * behind, and does not affect a module that is loaded.
 */
class BadInputTests {

	@TempDir
	private Path directory;

	private Path library;

	private Path privateCopies;

	private ModuleRegistry registry;

	private Counter counter;

	@BeforeEach
	void loadAModuleThatMustKeepServing() throws IOException {
		this.library = fixture("good").compile("good");
		this.privateCopies = Files.createDirectory(this.directory.resolve("copies"));
		this.registry = ModuleRegistry.builder()
			.directory(this.privateCopies)
			.imports(ImportBinding.of(Clock.class, () -> 1))
			.build();
		this.counter = this.registry.add(new ModuleDefinition("good", this.library)).exports(Counter.class);
	}

	@AfterEach
	void unload() throws IOException {
		assertThat(this.counter.next()).isPositive();
		assertThat(copies()).as("private copies").isEqualTo(1);
		this.registry.close();
		try (Stream<String> maps = Files.lines(Path.of("/proc/self/maps"))) {
			assertThat(maps.filter((line) -> !line.contains("librelib_rt") && !line.contains("/jna")))
				.noneMatch((line) -> line.contains(this.directory.toString()));
		}
	}

	@Test
	void refusesAMissingFile() {
		refused(UnreadableLibraryException.class, this.directory.resolve("libmissing.so"), "there is no such file");
	}

	@Test
	void refusesADirectory() {
		refused(UnreadableLibraryException.class, this.directory, "it is a directory");
	}

	@Test
	void refusesAnEmptyFile() throws IOException {
		refused(UnreadableLibraryException.class, file(new byte[0]), "the file is empty");
	}

	@Test
	void refusesATextFile() throws IOException {
		refused(NotALibraryException.class, file("#!/bin/sh\necho hello\n".getBytes()),
				"not an ELF library but a file that begins with the bytes 23212f62");
	}

	@ParameterizedTest
	@CsvSource({ "1, an object file (ELF64", "2, a program (ELF64", "4, a core dump (ELF64" })
	void refusesOtherElfFiles(short type, String words) throws IOException {
		byte[] other = Files.readAllBytes(this.library);
		ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putShort(16, type);
		refused(NotALibraryException.class, file(other), "not an ELF library but " + words);
	}

	@Test
	void refusesALibraryForWindows() throws IOException {
		ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
		file.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x80).putInt(0x80, 0x4550);
		file.putShort(0x84, (short) 0x8664).putShort(0x96, (short) 0x2022);
		refused(NotALibraryException.class, file(file.array()), "it is a Windows library (PE, x86-64)");
	}

	@Test
	void refusesALibraryForMacOs() throws IOException {
		ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(0, 0xfeedfacf).putInt(4, 0x100000c).putInt(12, 6);
		refused(NotALibraryException.class, file(file.array()), "it is a macOS library (Mach-O, arm64)");
	}

	@Test
	void refusesEveryTruncation() throws IOException {
		byte[] whole = Files.readAllBytes(this.library);
		for (int length : new int[] { 3, 4, 17, 63, 64, 200, 1000, 4096, 5000, 8192, 12288 }) {
			ModuleLoadException ex = load(file(Arrays.copyOf(whole, length)));
			assertThat(ex).as("%d bytes", length).isInstanceOf(NotALibraryException.class);
		}
		refused(NotALibraryException.class, file(Arrays.copyOf(whole, 5000)), "the library is damaged");
	}

	@Test
	void refusesALibraryForAnotherMachine() throws IOException {
		byte[] other = Files.readAllBytes(this.library);
		ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putShort(18, (short) 243);
		refused(WrongMachineException.class, file(other), "built for linux-riscv");
	}

	@Test
	void refusesALibraryWithoutTheKit() {
		Path plain = NativeFixture.in(this.directory.resolve("plain"))
			.source("plain.c",
					"int answer(void);\n__attribute__((visibility(\"default\"))) int answer(void) { return 42; }\n")
			.compile("plain");
		refused(NoModuleKitException.class, plain, "built without the module kit");
	}

	@Test
	void refusesBindingsThatNothingDeclaresAsAModule() {
		Path undeclared = NativeFixture.in(this.directory.resolve("undeclared"))
			.kit()
			.bindings("counter", "clock")
			.source("undeclared.c",
					"#include \"clock.h\"\n#include \"counter.h\"\n"
							+ "int32_t counter_next(void) { return (int32_t)clock_now(); }\n"
							+ "relib_string counter_label(void) { return relib_string_of(\"\"); }\n")
			.compile("undeclared");
		NoModuleKitException ex = (NoModuleKitException) load(undeclared);
		assertHelpful(ex, "bad", undeclared, "has bindings (__relib__Counter_");
		assertThat(ex.fix()).contains("RELIB_MODULE", "extern crate relib_module as _;");
	}

	@Test
	void refusesALibraryWithoutUpstreamsCrates() {
		Path kit = fixture("kit").compile("kit");
		ModuleDefinition definition = new ModuleDefinition("bad", kit,
				ModuleOptions.builder().kind(ModuleKind.UPSTREAM).build());
		ModuleLoadException ex = catchThrowableOfType(ModuleLoadException.class, () -> this.registry.add(definition));
		assertThat(ex).isInstanceOf(NoUpstreamCratesException.class);
		assertThat(ex.fix()).contains("extern crate relib_module as _;");
	}

	@Test
	void saysThatThereIsNoMainFunction() {
		Path other = fixture("mainless").compile("mainless");
		ModuleDefinition definition = new ModuleDefinition("bad", other, ModuleOptions.builder().main(true).build());
		ModuleLoadException ex = catchThrowableOfType(ModuleLoadException.class, () -> this.registry.add(definition));
		assertHelpful(ex, "bad", other, "it has no main function (no symbol __relib__main)");
		assertThat(ex.fix()).contains("RELIB_MAIN", "set relib.modules.bad.main to false");
	}

	@Test
	void refusesAnotherAbiVersionOfTheKit() throws IOException {
		byte[] bytes = Files.readAllBytes(this.library);
		Path older = file(patchDescriptor(bytes));
		refused(IncompatibleKitException.class, older, "ABI version 99");
	}

	@Test
	void refusesAModuleWhosePanicsAbort() {
		Path hasty = NativeFixture.in(this.directory.resolve("hasty"))
			.kit()
			.source("hasty.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1\\npanic abort\", \"\")\n")
			.compile("hasty");
		refused(AbortingPanicsException.class, hasty, "its first panic would end this process");
	}

	@Test
	void refusesAnUnresolvedSymbol() {
		Path unresolved = fixture("unresolved").source("call.c",
				"int missing(void);\nint call(void);\n__attribute__((visibility(\"default\"))) int call(void) { return missing(); }\n")
			.compile("unresolved");
		refused(LibraryOpenException.class, unresolved, "undefined symbol: missing");
	}

	@Test
	void refusesAContractItCanNotRead() {
		Path odd = NativeFixture.in(this.directory.resolve("odd"))
			.kit()
			.source("odd.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"exports Counter\\n  next() -> i33\\n\")\n")
			.compile("odd");
		refused(UnreadableContractException.class, odd, "i33");
	}

	@Test
	void namesAMissingExport() {
		Path empty = NativeFixture.in(this.directory.resolve("empty"))
			.kit()
			.source("empty.c", "#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"\")\n")
			.compile("empty");
		NativeModule module = this.registry.add(new ModuleDefinition("empty", empty));
		MissingExportException ex = catchThrowableOfType(MissingExportException.class,
				() -> module.exports(Counter.class));
		assertHelpful(ex, "empty", empty, "does not export Counter.label");
		module.unload();
	}

	@Test
	void refusesAReloadThatLacksAnExport() throws IOException {
		Files.delete(this.library);
		NativeFixture.in(this.directory.resolve("worse"))
			.kit()
			.source("worse.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"1\", \"exports Counter\\n  next() -> i32\\n\")\n")
			.compile("good");
		Files.move(this.directory.resolve("worse/libgood.so"), this.library);
		MissingExportException ex = catchThrowableOfType(MissingExportException.class,
				() -> this.registry.get("good").reload());
		assertHelpful(ex, "good", this.library, "does not export Counter.label");
	}

	@Test
	void showsBothLinesOfAMismatch() {
		Path other = NativeFixture.in(this.directory.resolve("other"))
			.kit()
			.source("other.c",
					"#include \"relib_module.h\"\nRELIB_MODULE(\"1\", "
							+ "\"exports Counter\\n  label() -> str\\n  next() -> i64\\n\")\n")
			.compile("other");
		NativeModule module = this.registry.add(new ModuleDefinition("other", other));
		ContractMismatchException ex = catchThrowableOfType(ContractMismatchException.class,
				() -> module.exports(Counter.class));
		assertHelpful(ex, "other", other, "module: next() -> i64");
		assertThat(ex).hasMessageContaining("host:   next() -> i32");
		module.unload();
	}

	@Test
	void namesAMissingImport() {
		try (ModuleRegistry poor = ModuleRegistry.builder().build()) {
			MissingImportException ex = catchThrowableOfType(MissingImportException.class,
					() -> poor.add(new ModuleDefinition("poor", this.library)));
			assertHelpful(ex, "poor", this.library, "imports Clock, which nobody implements");
		}
	}

	@Test
	void refusesAnImportSlotThatIsAFunction() {
		Path odd = NativeFixture.in(this.directory.resolve("slot"))
			.kit()
			.source("slot.c",
					"#include \"relib_module.h\"\n" + "RELIB_MODULE(\"1\", \"imports Clock\\n  now() -> i64\\n\")\n"
							+ "RELIB_EXPORT void __relib__Clock_now(void);\nvoid __relib__Clock_now(void) {}\n")
			.compile("slot");
		refused(MissingImportException.class, odd, "no writable pointer __relib__Clock_now");
	}

	@Test
	void refusesAnExportThatIsData() {
		Path odd = NativeFixture.in(this.directory.resolve("data"))
			.kit()
			.source("data.c",
					"#include \"relib_module.h\"\n"
							+ "RELIB_MODULE(\"1\", \"\")\nRELIB_EXPORT int __relib__before_unload = 1;\n")
			.compile("data");
		refused(MissingExportException.class, odd, "__relib__before_unload");
	}

	@Test
	void refusesAnUnknownName() {
		assertThatExceptionOfType(UnknownModuleException.class).isThrownBy(() -> this.registry.get("god"))
			.satisfies((ex) -> print(ex))
			.withMessageContaining("there is no module 'god', the modules are good")
			.withMessageContaining("relib.modules.god.path");
	}

	@Test
	void refusesTheSameLibraryUnderAnotherName() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("liblink.so"), this.library);
		refused(ModuleAlreadyLoadedException.class, link, "already loaded as module 'good'");
		Path hardLink = Files.createLink(this.directory.resolve("libhardlink.so"), this.library);
		refused(ModuleAlreadyLoadedException.class, hardLink, "already loaded as module 'good'");
	}

	@Test
	void refusesTheSameNameTwice() {
		assertThatExceptionOfType(DuplicateModuleException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition("good", this.library)))
			.satisfies((ex) -> print(ex));
	}

	@Test
	void refusesToLoadALoadedModule() {
		ModuleAlreadyLoadedException ex = catchThrowableOfType(ModuleAlreadyLoadedException.class,
				() -> this.registry.get("good").load());
		assertHelpful(ex, "good", this.library, "already loaded as module 'good'");
	}

	@Test
	void refusesAnInterfaceThatIsNoContract() {
		assertThatExceptionOfType(InvalidContractException.class)
			.isThrownBy(() -> this.registry.get("good").exports(Runnable.class))
			.satisfies((ex) -> print(ex))
			.withMessageContaining("@RelibExports");
	}

	private NativeFixture fixture(String name) {
		return NativeFixture.in(this.directory.resolve(name))
			.kit()
			.bindings("counter", "clock")
			.source(BadInputTests.class, "badinput.c");
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(this.directory.resolve("libbad.so"), content);
	}

	/**
	 * Sets the ABI version to 99. Finds the descriptor by its first two fields, ABI
	 * version 1 and size 64.
	 */
	private static byte[] patchDescriptor(byte[] library) {
		ByteBuffer content = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
		int found = 0;
		for (int at = 0; at + 8 <= library.length; at += 8) {
			if (content.getInt(at) == 1 && content.getInt(at + 4) == 64) {
				content.putInt(at, 99);
				found++;
			}
		}
		assertThat(found).isEqualTo(1);
		return library;
	}

	private <E extends ModuleLoadException> void refused(Class<E> type, Path path, String problem) {
		ModuleLoadException ex = load(path);
		assertThat(ex).isInstanceOf(type);
		assertHelpful(ex, "bad", path, problem);
	}

	private ModuleLoadException load(Path path) {
		return catchThrowableOfType(ModuleLoadException.class,
				() -> this.registry.add(new ModuleDefinition("bad", path)));
	}

	private static void assertHelpful(ModuleLoadException ex, String module, Path path, String problem) {
		assertThat(ex).isNotNull();
		print(ex);
		assertThat(ex).hasMessageContaining("'" + module + "'")
			.hasMessageContaining(path.toString())
			.hasMessageContaining(problem)
			.hasMessageContaining(ex.fix());
		assertThat(ex.fix()).isNotBlank().endsWith(".");
	}

	private static void print(Exception ex) {
		System.out.println("| " + ex.getClass().getSimpleName() + " | " + ex.getMessage().replace('\n', ' ') + " |");
	}

	private long copies() throws IOException {
		try (Stream<Path> files = Files.walk(this.privateCopies)) {
			return files.filter((file) -> file.toString().endsWith(".so")).count();
		}
	}

}
