// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.DuplicateModuleException;
import dev.relib.failure.ModuleAlreadyLoadedException;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ManyModulesTests {

	private final ModuleRegistry registry = ModuleRegistry.builder()
		.imports(ImportBinding.of(CrateHost.class, new Host()))
		.build();

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void loadsAndUnloadsTenAtOnce(@TempDir Path directory) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(10);
		List<Future<Outcome>> outcomes = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			Path library = UpstreamCrate.copy("unloading", directory.resolve("libcrate" + i + ".so"));
			String name = "crate" + i;
			outcomes.add(threads.submit(() -> {
				NativeModule module = this.registry.add(new ModuleDefinition(name, library));
				Crate crate = module.exports(Crate.class);
				assertThat(crate.firstCall()).isTrue();
				crate.leak(1000);
				crate.threadLocals();
				return module.unload().outcome();
			}));
		}
		for (Future<Outcome> outcome : outcomes) {
			assertThat(outcome.get()).isEqualTo(Outcome.UNLOADED);
		}
		threads.shutdown();
	}

	@Test
	void loadsALibraryOnceHoweverManyThreadsTry() throws Exception {
		Path library = UpstreamCrate.library("unloading");
		ExecutorService threads = Executors.newFixedThreadPool(300);
		List<Future<Boolean>> attempts = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			String name = "crate" + i;
			attempts.add(threads.submit(() -> {
				try {
					this.registry.add(new ModuleDefinition(name, library));
					return true;
				}
				catch (ModuleAlreadyLoadedException ex) {
					return false;
				}
			}));
		}
		int loaded = 0;
		for (Future<Boolean> attempt : attempts) {
			loaded += attempt.get() ? 1 : 0;
		}
		assertThat(loaded).isOne();
		assertThat(this.registry.modules()).hasSize(1);
		threads.shutdown();
	}

	@Test
	void loadsALibraryAgainOnceItIsUnloaded() {
		Path library = UpstreamCrate.library("unloading");
		NativeModule first = this.registry.add(new ModuleDefinition("first", library));
		assertThatExceptionOfType(ModuleAlreadyLoadedException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition("second", library)))
			.withMessageContaining("first");
		assertThatExceptionOfType(DuplicateModuleException.class)
			.isThrownBy(() -> this.registry.add(new ModuleDefinition("first", library)));
		assertThatExceptionOfType(ModuleAlreadyLoadedException.class).isThrownBy(first::load);
		assertThat(first.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		this.registry.add(new ModuleDefinition("second", library));
	}

}
