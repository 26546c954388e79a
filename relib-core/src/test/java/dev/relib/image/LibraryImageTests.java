package dev.relib.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.fixture.NativeFixture;
import dev.relib.os.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryImageTests {

	private static final String MODULE = """
			#include "relib_module.h"
			RELIB_MODULE("1.2.3", "exports A\\n  f() -> unit\\n")
			RELIB_EXPORT int exported = 1;
			int hidden = 2;
			""";

	@TempDir
	private Path directory;

	private NativeFixture fixture;

	@BeforeEach
	void prepare() {
		this.fixture = NativeFixture.in(this.directory).kit().source("module.c", MODULE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Wl,--hash-style=gnu", "-Wl,--hash-style=sysv", "-Wl,--hash-style=both", "-Wl,-s",
			"-Wl,-z,now", "-Wl,-z,pack-relative-relocs", "-O0", "-O3", "-flto" })
	void readsWhatTheToolchainMakes(String option) {
		LibraryImage image = read(this.fixture.option(option).compile("module"));
		assertThat(image.platform()).isEqualTo(Platform.current());
		assertThat(image.symbols()).contains("relib_module", "exported").doesNotContain("hidden", "malloc");
		KitDescriptor kit = image.kit().orElseThrow();
		assertThat(kit.abiVersion()).isEqualTo(1);
		assertThat(kit.structSize()).isEqualTo(48);
		assertThat(kit.buildInfo()).containsEntry("version", "1.2.3")
			.containsEntry("language", "c")
			.containsKeys("kit", "compiler");
		assertThat(kit.contract()).isEqualTo("relib-contract 1\nexports A\n  f() -> unit\n");
	}

	@Test
	void endsInAResultOrATypedException() throws IOException {
		byte[] whole = Files.readAllBytes(this.fixture.compile("module"));
		Random random = new Random(42);
		int refused = 0;
		for (int i = 0; i < 3000; i++) {
			byte[] mutated = mutate(whole, random);
			Path file = Files.write(this.directory.resolve("mutated.so"), mutated);
			try {
				read(file);
			}
			catch (ModuleLoadException ex) {
				refused++;
			}
		}
		assertThat(refused).isBetween(500, 3000);
	}

	private static byte[] mutate(byte[] whole, Random random) {
		byte[] mutated = whole.clone();
		for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
			int at = random.nextInt(random.nextBoolean() ? 1024 : whole.length);
			mutated[at] = (byte) random.nextInt();
		}
		return mutated;
	}

	private static LibraryImage read(Path file) {
		return LibraryImage.read(ModuleSource.of("module", file), file);
	}

}
