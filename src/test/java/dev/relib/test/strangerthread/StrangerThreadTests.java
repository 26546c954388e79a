// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import java.nio.file.Path;
import java.time.Duration;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A thread that nobody has counted keeps the library from being unmapped below it.
 */
class StrangerThreadTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	private final ModuleRegistry registry = ModuleRegistry.builder()
		.unloadOptions(
				new UnloadOptions(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(100), Cleanup.ALL))
		.build();

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void isSeenInAPlainLibrary() {
		Path library = NativeFixture.in(this.directory).source(getClass(), "helper.c").compile("plain");
		UnloadReport report = refused(StrangerFunctions.class, library, PLAIN);
		assertThat(report.describe())
			.matches("threads of the module are running: '.+' \\(id \\d+, started by stranger_start.*");
	}

	@Test
	void isSeenInALibraryThatTheModuleNeeds() {
		UnloadReport report = refused(Stranger.class, linked("linked", helper("lonely")), ModuleOptions.DEFAULT);
		assertThat(report.describe()).contains("started by helper_start", "in liblonely.so");
	}

	/** The library that has the thread stays as long as one of both needs it. */
	@Test
	void isLeftAloneInALibraryThatOthersNeedToo() {
		String helper = helper("shared");
		NativeModule module = this.registry.add(new ModuleDefinition("first", linked("first", helper)));
		NativeModule other = this.registry.add(new ModuleDefinition("second", linked("second", helper)));
		module.exports(Stranger.class).start();
		assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(other.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(other.unload().reason()).isEqualTo(Reason.THREADS_RUNNING);
		other.exports(Stranger.class).stop();
		await().until(() -> other.unload().outcome() == Outcome.UNLOADED);
	}

	/**
	 * A library of a name of its own: one that another test has left would be taken for
	 * it.
	 */
	private String helper(String name) {
		NativeFixture.in(this.directory)
			.source(getClass(), "helper.c")
			.option("-Dstranger_start=helper_start")
			.option("-Dstranger_stop=helper_stop")
			.compile(name);
		return name;
	}

	private Path linked(String name, String helper) {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("stranger")
			.source(getClass(), "linked.c")
			.option("-Wl,-rpath," + this.directory)
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-l" + helper)
			.compile(name);
	}

	@Test
	void isSeenWhereTheLoaderHasGivenTheFunctionThatStartsIt() {
		Path library = NativeFixture.in(this.directory)
			.kit()
			.bindings("stranger")
			.source(getClass(), "dlsym.c")
			.compile("taken");
		UnloadReport report = refused(Stranger.class, library, ModuleOptions.DEFAULT);
		assertThat(report.describe()).contains("started by stranger_start");
	}

	@Test
	void isSeenWhereASharedLibraryHasStartedIt() {
		Path library = NativeFixture.in(this.directory)
			.compiler("c++")
			.source(getClass(), "standard.cpp")
			.compile("standard");
		UnloadReport report = refused(StrangerFunctions.class, library, PLAIN);
		// Where no other library of the process needs the C++ library, it is a part of
		// the module.
		assertThat(report.describe()).containsPattern("stranger_(loop|start)");
	}

	/** Unloads it before, with, and after the thread. */
	private <T extends Stranger> UnloadReport refused(Class<T> exports, Path library, ModuleOptions options) {
		NativeModule module = this.registry.add(new ModuleDefinition("stranger", library, options));
		module.exports(exports).stop();
		assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		module.load();
		T stranger = module.exports(exports);
		stranger.start();
		UnloadReport report = module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(report.reason()).isEqualTo(Reason.THREADS_RUNNING);
		assertThat(report.threads()).isNotEmpty().allSatisfy((thread) -> assertThat(thread.id()).isPositive());
		stranger.stop();
		await().until(() -> module.unload().outcome() == Outcome.UNLOADED);
		return report;
	}

}
