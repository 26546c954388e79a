// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nestedreload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntUnaryOperator;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.MainFailedException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A call reloads its own module, whose new main function runs inside the call: frames of
 * two generations are on the stack of one thread.
 */
@Timeout(60)
class NestedReloadTests {

	@TempDir
	private Path directory;

	private Path library;

	private ModuleRegistry registry;

	private NativeModule module;

	private Nested nested;

	private IntUnaryOperator answers = (number) -> number;

	@BeforeEach
	void load() throws IOException {
		this.library = this.directory.resolve("libnested.so");
		install(1, 0);
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(Answer.class, (number) -> this.answers.applyAsInt(number)))
			.build();
		this.module = this.registry
			.add(new ModuleDefinition("nested", this.library, ModuleOptions.builder().main(true).build()));
		this.nested = this.module.exports(Nested.class);
	}

	@AfterEach
	void leavesNothing() throws IOException {
		this.registry.close();
		assertThat(Files.readString(Path.of("/proc/self/maps"))).doesNotContain("libnested");
	}

	@Test
	void servesTheNewGenerationAndDrainsTheOldOneLater() throws IOException {
		install(2, 0);
		this.answers = (number) -> {
			if (number == 7) {
				assertThat(this.module.reload().generation()).isEqualTo(2);
				assertThat(this.nested.work(1)).as("a nested call stays on the outer call's generation").isEqualTo(101);
			}
			return number;
		};
		assertThat(this.nested.work(7)).isEqualTo(107);
		assertThat(this.nested.work(7 + 1)).isEqualTo(208);
		await().until(() -> this.module.info().retired().isEmpty());
		assertThat(this.module.info().history()).filteredOn((event) -> event.kind() == ModuleEvent.Kind.UNLOADED)
			.extracting(ModuleEvent::generation)
			.containsExactly(1L);
	}

	@Test
	void callsTheGenerationWhoseMainCallsBack() throws IOException {
		install(2, 5);
		this.answers = (number) -> switch (number) {
			case 7 -> (int) this.module.reload().generation();
			case 5 -> this.nested.work(1);
			default -> number;
		};
		assertThat(this.nested.work(7)).isEqualTo(102);
		assertThat(this.nested.work(1)).as("main has got 201").isEqualTo(402);
	}

	@Test
	void keepsTheOldGenerationIfTheNewMainPanics() throws IOException {
		install(2, -1);
		this.answers = (number) -> {
			if (number == 7) {
				assertThatExceptionOfType(MainFailedException.class).isThrownBy(this.module::reload)
					.withMessageContaining("build 2 is broken");
				assertThat(this.module.info().serving().callsInFlight()).isOne();
			}
			return number;
		};
		assertThat(this.nested.work(7)).isEqualTo(107);
		assertThat(this.module.info().serving().callsInFlight()).isZero();
		assertThat(this.nested.work(1)).isEqualTo(101);
		assertThat(this.module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
	}

	private void install(int build, int mainAsks) throws IOException {
		Path built = NativeFixture.in(this.directory)
			.kit()
			.bindings("nested", "answer")
			.option("-DBUILD=" + build)
			.option("-DMAIN_ASKS=" + mainAsks)
			.source(NestedReloadTests.class, "nestedreload.c")
			.compile("build" + build);
		Path complete = this.directory.resolve("libnested.new");
		Files.copy(built, complete, StandardCopyOption.REPLACE_EXISTING);
		Files.move(complete, this.library, StandardCopyOption.ATOMIC_MOVE);
	}

}
