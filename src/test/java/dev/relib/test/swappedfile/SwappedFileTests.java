// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.swappedfile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.relib.ImportBinding;
import dev.relib.ImportSource;
import dev.relib.LibraryPolicy;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.TrustedKey;
import dev.relib.failure.ChecksumMismatchException;
import dev.relib.failure.LibrarySignatureException;
import dev.relib.failure.ModuleLoadException;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.fixture.Signer;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The code that runs is the code that was verified, even if the library's file is
 * replaced during the load.
 */
@OnOneJdk
class SwappedFileTests {

	private static final int ROUNDS = 60;

	private static final int MAX_ROUNDS = 10_000;

	private static final int EXPECTED = 1;

	private static final int OTHER = 2;

	private static final ImportBinding WITNESS = ImportBinding.of(Witness.class, () -> {
	});

	@TempDir
	private Path directory;

	private Path library;

	private Path expected;

	private Path other;

	private Path trace;

	/** Each of hundreds of expected refusals would be logged. */
	@BeforeAll
	static void logNoRefusals() {
		log(Level.OFF);
	}

	@AfterAll
	static void logAgain() {
		log(null);
	}

	private static void log(Level level) {
		((Logger) LoggerFactory.getLogger(NativeModule.class)).setLevel(level);
	}

	@BeforeEach
	void compile() throws IOException {
		this.library = this.directory.resolve("libswapped.so");
		this.trace = this.directory.resolve("trace-of-2");
		this.expected = compile(EXPECTED);
		this.other = compile(OTHER);
		Swap.OVERWRITE.put(this.expected, this.library);
	}

	@Test
	void runsTheOtherLibraryWithoutAPolicy() throws IOException {
		Swap.RENAME.put(this.other, this.library);
		try (ModuleRegistry registry = registry((source, trait) -> Optional.of(WITNESS))) {
			assertThat(add(registry, LibraryPolicy.DEFAULT).exports(Identity.class).who()).isEqualTo(OTHER);
		}
		assertThat(this.trace).exists();
	}

	@ParameterizedTest
	@EnumSource
	void neverRunsAnotherLibraryOfAnyKind(ModuleKind kind) throws Exception {
		Swap.RENAME.put(this.other, this.library);
		for (boolean unloading : new boolean[] { true, false }) {
			ModuleOptions options = ModuleOptions.builder().kind(kind).unloading(unloading).build();
			try (ModuleRegistry registry = registry((source, trait) -> Optional.of(WITNESS))) {
				assertThatExceptionOfType(ChecksumMismatchException.class)
					.isThrownBy(() -> add(registry, expectingChecksum(), options));
			}
		}
		assertThat(this.trace).doesNotExist();
	}

	@ParameterizedTest
	@EnumSource
	void neverRunsALibraryWithAnotherChecksum(Swap swap) throws Exception {
		assertNeverRuns(swap, expectingChecksum(), ChecksumMismatchException.class);
	}

	@ParameterizedTest
	@EnumSource
	void neverRunsALibraryWithoutASignature(Swap swap) throws IOException {
		Signer signer = new Signer();
		Files.write(Path.of(this.library + ".sig"), signer.sign(this.expected));
		assertNeverRuns(swap, LibraryPolicy.builder().keys(List.of(TrustedKey.parse("key", signer.der()))).build(),
				LibrarySignatureException.class);
	}

	@ParameterizedTest
	@EnumSource
	void loadsWhatWasVerifiedBeforeASwap(Swap swap) throws Exception {
		ImportSource swapping = (source, trait) -> {
			put(swap, this.other);
			return Optional.of(WITNESS);
		};
		LibraryPolicy policy = expectingChecksum();
		try (ModuleRegistry registry = registry(swapping)) {
			NativeModule module = add(registry, policy);
			assertThat(this.library).hasSameBinaryContentAs(this.other);
			assertThat(module.exports(Identity.class).who()).isEqualTo(EXPECTED);
		}
		assertThat(this.trace).doesNotExist();
	}

	private void assertNeverRuns(Swap swap, LibraryPolicy policy, Class<? extends ModuleLoadException> refusal) {
		int loaded = 0;
		int refused = 0;
		try (ModuleRegistry registry = registry((source, trait) -> Optional.of(WITNESS))) {
			NativeModule module = add(registry, policy);
			Identity identity = module.exports(Identity.class);
			module.unload();
			try (Swapper swapper = new Swapper(swap, this.library, this.other, this.expected)) {
				for (int round = 0; round < ROUNDS || round < MAX_ROUNDS && loaded * refused == 0; round++) {
					if (loads(module, refusal)) {
						assertThat(identity.who()).isEqualTo(EXPECTED);
						module.unload();
						loaded++;
					}
					else {
						refused++;
					}
				}
				System.out.printf("%s, %s: %d loads, %d refused, %d swaps%n", swap, refusal.getSimpleName(), loaded,
						refused, swapper.stop());
			}
		}
		assertThat(loaded).isPositive();
		assertThat(refused).isPositive();
		assertThat(this.trace).doesNotExist();
	}

	private static boolean loads(NativeModule module, Class<? extends ModuleLoadException> refusal) {
		try {
			module.load();
			return true;
		}
		catch (ModuleLoadException ex) {
			// A file that is being overwritten is empty for a moment.
			assertThat(ex).isInstanceOfAny(refusal, UnreadableLibraryException.class);
			return false;
		}
	}

	private ModuleRegistry registry(ImportSource imports) {
		return ModuleRegistry.builder().imports(imports).build();
	}

	private LibraryPolicy expectingChecksum() throws Exception {
		byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(this.expected));
		return LibraryPolicy.builder().sha256(HexFormat.of().formatHex(sha256)).build();
	}

	private NativeModule add(ModuleRegistry registry, LibraryPolicy policy) {
		return add(registry, policy, ModuleOptions.DEFAULT);
	}

	private NativeModule add(ModuleRegistry registry, LibraryPolicy policy, ModuleOptions options) {
		return registry.add(new ModuleDefinition("swapped", this.library, options, policy));
	}

	private void put(Swap swap, Path replacement) {
		try {
			swap.put(replacement, this.library);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path compile(int who) {
		return NativeFixture.in(this.directory.resolve("" + who))
			.kit()
			.bindings("identity", "witness")
			.source(SwappedFileTests.class, "swappedfile.c")
			.option("-DWHO=" + who)
			.option("-DTRACE=\"" + this.directory.resolve("trace-of-" + who) + "\"")
			.compile("swapped");
	}

}
