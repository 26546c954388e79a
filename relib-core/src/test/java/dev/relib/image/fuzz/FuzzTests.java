// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.image.search.LoaderCacheTarget;
import dev.relib.module.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each file is read or refused in bounded time and memory.
 * {@code -Dfuzz.mutations=200000} lengthens the run, {@code -Dfuzz.seed} varies it.
 */
@OnOneJdk
@Timeout(value = 2, unit = TimeUnit.HOURS)
class FuzzTests {

	/** The number of mutations of each file. */
	private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 4000) / 12;

	private static final long SEED = Long.getLong("fuzz.seed", 42);

	@TempDir
	private Path directory;

	private final List<String> files = new ArrayList<>();

	@Test
	void readsOrRefusesWhateverIsInAFile() throws Exception {
		add(ImageTarget.class, module("gnu", FuzzModules.KIT).kit().option("-Wl,--hash-style=gnu").compile("gnu"));
		add(ImageTarget.class, module("sysv", FuzzModules.KIT).kit().option("-Wl,--hash-style=sysv").compile("sysv"));
		add(ImageTarget.class,
				module("packed", FuzzModules.KIT).kit().option("-Wl,-z,pack-relative-relocs").compile("packed"));
		add(ImageTarget.class, module("upstream", FuzzModules.UPSTREAM).compile("upstream"));
		add(ImageTarget.class, versions());
		add(ImageTarget.class,
				NativeFixture.in(this.directory.resolve("cpp"))
					.compiler("c++")
					.source("module.cpp", FuzzModules.CPP)
					.option("-static-libstdc++")
					.compile("cpp"));
		addRust();
		addFile(ImageTarget.class, "target/classes/META-INF/relib/native/linux-MACHINE/librelib_rt.so");
		addFile(ImageTarget.class, "/lib/MACHINE-linux-gnu/libz.so.1");
		addFile(ImageTarget.class, "/lib/MACHINE-linux-gnu/libc.so.6");
		addFile(LoaderCacheTarget.class, "/etc/ld.so.cache");
		add(ContractTarget.class, Files.writeString(this.directory.resolve("contract"), FuzzModules.CONTRACT));
		ChildJvm.Result result = run();
		System.out.print(result.output());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output().lines()).hasSize(this.files.size() / 2)
			.allMatch((line) -> line.contains("read=") && line.contains("Exception="));
	}

	private ChildJvm.Result run() {
		List<String> arguments = new ArrayList<>(List.of(String.valueOf(SEED), String.valueOf(MUTATIONS)));
		arguments.addAll(this.files);
		return new ChildJvm().option("-Xmx64m")
			.option("-XX:+UseSerialGC")
			.timeout(Duration.ofHours(2))
			.run(FuzzRun.class, arguments.toArray(String[]::new));
	}

	private void add(Class<? extends FuzzTarget> target, Path file) {
		this.files.addAll(List.of(target.getName(), file.toString()));
	}

	private void addFile(Class<? extends FuzzTarget> target, String location) throws IOException {
		Path file = Path.of(location.replace("MACHINE", Platform.current().machine()));
		if (Files.exists(file)) {
			add(target, Files.copy(file, this.directory.resolve(file.getFileName())));
		}
	}

	private Path versions() throws IOException {
		Path script = Files.writeString(this.directory.resolve("script"),
				"V1 { global: thing; other; local: *; };\nV2 { global: thing; } V1;\n");
		return module("versions", FuzzModules.VERSIONS)
			.option("-Wl,--version-script=" + script + ",-z,nodelete,-rpath,$ORIGIN/lib")
			.compile("versions");
	}

	private void addRust() throws Exception {
		if (new ProcessBuilder("which", "rustc").start().waitFor() == 0) {
			Path source = Files.writeString(this.directory.resolve("module.rs"), FuzzModules.RUST);
			Path library = this.directory.resolve("librust.so");
			assertThat(
					new ProcessBuilder("rustc", "--crate-type", "cdylib", "-o", library.toString(), source.toString())
						.inheritIO()
						.start()
						.waitFor())
				.isZero();
			add(ImageTarget.class, library);
		}
	}

	private NativeFixture module(String name, String source) {
		return NativeFixture.in(this.directory.resolve(name)).source("module.c", source);
	}

}
