// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftovers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.LeakSite;
import dev.relib.module.MappedMemory;
import dev.relib.module.ModuleOptions;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Resources that a module has leaked are listed in the report and released after its
 * unload.
 */
class LeftoversTests {

	@TempDir
	private Path directory;

	private Path library;

	private ModuleRegistry registry;

	private NativeModule module;

	private Careless careless;

	@BeforeEach
	void load() {
		this.library = NativeFixture.in(this.directory)
			.kit()
			.bindings("careless")
			.source(LeftoversTests.class, "leftovers.c")
			.compile("careless");
		load(Cleanup.ALL);
	}

	private void load(Cleanup cleanup) {
		UnloadOptions timeouts = UnloadOptions.DEFAULT;
		this.registry = ModuleRegistry.builder()
			.unloadOptions(new UnloadOptions(timeouts.drain(), timeouts.beforeUnload(), timeouts.threads(), cleanup))
			.build();
		this.module = this.registry
			.add(new ModuleDefinition("careless", this.library, ModuleOptions.builder().leakSiteInterval(1).build()));
		this.careless = this.module.exports(Careless.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void closesLeakedDescriptors() throws IOException {
		Path file = this.directory.resolve("file");
		this.careless.openDescriptors(file.toString());
		this.careless.openAndCloseAPipe();
		List<OpenDescriptor> open = this.module.info().serving().descriptors();
		assertThat(open).extracting(OpenDescriptor::kind)
			.containsExactlyInAnyOrder("socket", "epoll", "timerfd", "file");
		assertThat(open).allMatch((descriptor) -> descriptor.origin().startsWith("careless_open_descriptors+0x"));
		assertThat(isOpen(file)).isTrue();
		LeakReport left = unload();
		assertThat(left.descriptors()).isEqualTo(open);
		assertThat(left.closedDescriptorCount()).isEqualTo(4);
		assertThat(isOpen(file)).isFalse();
	}

	@Test
	void leavesDescriptorsOpenIfConfigured() throws IOException {
		this.registry.close();
		load(new Cleanup(true, false, true, true));
		Path file = this.directory.resolve("file");
		this.careless.openDescriptors(file.toString());
		LeakReport left = unload();
		assertThat(left.descriptors()).hasSize(4);
		assertThat(left.closedDescriptorCount()).isZero();
		assertThat(isOpen(file)).isTrue();
	}

	@Test
	void unmapsLeakedMappings() {
		this.careless.map(100_000);
		this.careless.mapWithAHole();
		List<MappedMemory> mapped = this.module.info().serving().mappedMemory();
		assertThat(mapped).extracting(MappedMemory::bytes).containsExactlyInAnyOrder(4096L, 4096L, 102_400L);
		assertThat(mapped).allMatch((memory) -> memory.origin().startsWith("pages+0x"));
		LeakReport left = unload();
		assertThat(left.mappedMemory()).isEqualTo(mapped);
		assertThat(left.unmappedCount()).isEqualTo(3);
	}

	@Test
	void flushesAnOpenStreamBeforeItsBufferIsFreed() throws IOException {
		Path file = this.directory.resolve("stream");
		this.careless.write(file.toString(), "the end");
		LeakReport left = unload();
		assertThat(left.descriptors()).extracting(OpenDescriptor::kind).containsExactly("file");
		assertThat(left.leaks().freedCount()).isEqualTo(left.leaks().count()).isPositive();
		assertThat(file).hasContent("the end");
		assertThat(isOpen(file)).isFalse();
	}

	@Test
	void freesMemoryThatTheCLibraryHasReallocatedOnce() throws IOException {
		Path file = Files.writeString(this.directory.resolve("text"), "x".repeat(1000) + "\n");
		assertThat(this.careless.readLine(file.toString())).hasSize(1001);
		assertThat(this.careless.joinArguments(100)).isEqualTo(100);
		LeakReport left = unload();
		assertThat(left.leaks().count()).isEqualTo(2);
		assertThat(left.leaks().freedCount()).isEqualTo(2);
	}

	@Test
	void freesNothingIfOtherCodeFreesMemoryOfTheModule() {
		this.careless.haveAnotherFree();
		LeakReport left = unload();
		assertThat(left.leaks().foreignFrees()).isPositive();
		assertThat(left.leaks().count()).isPositive();
		assertThat(left.leaks().freedCount()).isZero();
	}

	@Test
	void freesNothingIfNobodyHasGotTheMemoryThatOtherCodeHasFreed() {
		this.careless.haveAnotherFreeForGood();
		LeakReport left = unload();
		assertThat(left.leaks().foreignFrees()).isPositive();
		assertThat(left.leaks().count()).isEqualTo(2);
		assertThat(left.leaks().freedCount()).isZero();
	}

	@Test
	void keepsLeaksUntilStaticDestructorsHaveRun() {
		this.careless.remember("a secret");
		assertThat(unload().leaks().freedCount()).isEqualTo(1);
	}

	@Test
	void namesTheSitesThatLeak() {
		this.careless.leak(3, 1000);
		assertThat(this.module.info().serving().leakSites()).singleElement().satisfies((site) -> {
			assertThat(site).extracting(LeakSite::count, LeakSite::bytes).containsExactly(3L, 3000L);
			assertThat(site.frames().get(0)).startsWith("leak_one+0x");
			assertThat(site.frames()).anyMatch((frame) -> frame.startsWith("careless_leak+0x"));
		});
		assertThat(unload().leakSites()).singleElement().extracting(LeakSite::bytes).isEqualTo(3000L);
	}

	@Test
	void runsDestructorsOnceForThreadsThatLiveOn() throws Exception {
		Path file = this.directory.resolve("count");
		ExecutorService pool = Executors.newFixedThreadPool(2);
		try {
			pool.invokeAll(List.<Callable<Void>>of(() -> keep(file), () -> keep(file)));
			assertThat(this.module.info().serving().destructors().keys()).isEqualTo(1);
			LeakReport left = unload();
			assertThat(left.destructors()).extracting("pending", "abandoned").isEqualTo(tuple(0L, 0L).toList());
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(file).hasContent("xx");
	}

	@Test
	void abandonsDestructorsIfConfigured() throws Exception {
		this.registry.close();
		load(new Cleanup(true, true, true, false));
		Path file = this.directory.resolve("count");
		ExecutorService pool = Executors.newFixedThreadPool(1);
		try {
			pool.submit(() -> keep(file)).get();
			LeakReport left = unload();
			assertThat(left.destructors().abandoned()).isEqualTo(1);
			assertThat(left.leaks().freedCount()).isEqualTo(1);
		}
		finally {
			pool.shutdown();
			assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(file).doesNotExist();
	}

	private Void keep(Path file) throws InterruptedException {
		this.careless.keepForThisThread(file.toString());
		Thread.sleep(100);
		return null;
	}

	private LeakReport unload() {
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		return report.leakReport();
	}

	private static boolean isOpen(Path file) throws IOException {
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return descriptors.anyMatch((descriptor) -> leadsTo(descriptor, file));
		}
	}

	private static boolean leadsTo(Path descriptor, Path file) {
		try {
			return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
		}
		catch (IOException ex) {
			return false; // the descriptor of the listing itself
		}
	}

}
