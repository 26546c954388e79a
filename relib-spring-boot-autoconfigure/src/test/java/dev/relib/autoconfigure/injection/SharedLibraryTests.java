// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Counter;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.ModuleAlreadyLoadedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library is loaded as one module, however many injection points refer to it.
 */
class SharedLibraryTests {

	private static final String TALKER = "target/test-modules/talker/libtalker.so";

	private final ApplicationContextRunner runner = ModuleContext.runner();

	@Test
	void loadsOnceForTwoInterfacesOfAName() {
		this.runner.withPropertyValues(ModuleContext.module("talker", TestLibraries.talker()))
			.withBean(TwoInterfaces.class)
			.run((context) -> {
				context.getBean(TwoInterfaces.class).greeter.greet("Ada");
				assertThat(context.getBean(TwoInterfaces.class).counter.calls()).isEqualTo(2);
				assertThat(context.getBean(Counter.class).calls()).isEqualTo(3);
				assertOneModule(context.getBean(ModuleRegistry.class), "talker");
			});
	}

	@Test
	void loadsOnceForTwoInterfacesOfAPath() {
		TestLibraries.talker();
		this.runner.withBean(SamePath.class).run((context) -> {
			context.getBean(SamePath.class).greeter.greet("Ada");
			assertThat(context.getBean(SamePath.class).counter.calls()).isEqualTo(2);
			assertThat(context.getBean(SamePath.class).sameCounter).isSameAs(context.getBean(SamePath.class).counter);
			assertOneModule(context.getBean(ModuleRegistry.class), "talker");
		});
	}

	@Test
	void findsAConfiguredModuleByItsPath() {
		this.runner.withPropertyValues(ModuleContext.module("configured", TestLibraries.talker()))
			.withBean(SamePath.class)
			.run((context) -> {
				assertThat(context.getBean(SamePath.class).greeter).isSameAs(context.getBean(Greeter.class));
				assertOneModule(context.getBean(ModuleRegistry.class), "configured");
			});
	}

	@Test
	void findsAConfiguredModuleThroughALink(@TempDir Path directory) throws IOException {
		Path link = Files.createSymbolicLink(directory.resolve("link.so"), TestLibraries.talker());
		this.runner.withPropertyValues(ModuleContext.module("linked", link))
			.withBean(SamePath.class)
			.run((context) -> assertOneModule(context.getBean(ModuleRegistry.class), "linked"));
	}

	@Test
	void refusesTwoNamesForALibrary() {
		this.runner
			.withPropertyValues(ModuleContext.module("one", TestLibraries.talker()),
					ModuleContext.module("two", TestLibraries.talker()))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ModuleAlreadyLoadedException.class)
				.hasMessageContaining("already loaded as module 'one'"));
	}

	@Test
	void findsAnotherNameForALibraryWhoseNameIsTaken() {
		TestLibraries.talker();
		this.runner.withPropertyValues(ModuleContext.module("talker", TestLibraries.greeter()))
			.withBean(SamePath.class)
			.run((context) -> {
				assertThat(context.getBean(SamePath.class).greeter.greet("Ada")).isEqualTo("Ada");
				assertThat(context.getBean(ModuleRegistry.class).modules()).extracting(NativeModule::name)
					.containsExactly("talker", "talker-2");
			});
	}

	private static void assertOneModule(ModuleRegistry registry, String name) {
		assertThat(registry.modules()).extracting(NativeModule::name).containsExactly(name);
		assertThat(registry.get(name).info().history()).hasSize(1);
	}

	record TwoInterfaces(@RelibModule("talker") Greeter greeter, @RelibModule("talker") Counter counter) {

	}

	record SamePath(@RelibModule(TALKER) Greeter greeter, @RelibModule("./target/../" + TALKER) Counter counter,
			@RelibModule(TALKER) Counter sameCounter) {

	}

}
