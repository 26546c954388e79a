// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stalelibrary;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ReloadReport;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library that a module needs is the one on disk when the module is loaded.
 */
class StaleLibraryTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	@Test
	void isLoadedAnewWithTheModule() {
		tariff("lib", 1);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = add(registry, "price", price("price", 1, "lib", "tariff"));
			assertThat(total(module)).isEqualTo(1001);
			tariff("lib", 2);
			price("price", 2, "lib", "tariff");
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(2002);
			tariff("lib", 3);
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(2003);
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(2003);
		}
	}

	@Test
	void isLoadedAnewWithWhatNeedsIt() {
		tariff("lib", 1);
		middle("lib");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = add(registry, "price", price("price", 1, "lib", "middle"));
			assertThat(total(module)).isEqualTo(1001);
			tariff("lib", 2);
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(1002);
		}
	}

	@Test
	void staysIfAnotherModuleUsesIt() {
		tariff("lib", 1);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = add(registry, "price", price("price", 1, "lib", "tariff"));
			NativeModule other = add(registry, "other", price("other", 5, "lib", "tariff"));
			tariff("lib", 2);
			ReloadReport report = module.reload();
			assertThat(report.staleLibraries()).singleElement()
				.asString()
				.contains("lib/libtariff.so has changed and is not loaded anew, because module 'other' uses it");
			assertThat(module.info().serving().staleLibraries()).isEqualTo(report.staleLibraries());
			assertThat(total(module)).isEqualTo(1001);
			assertThat(other.unload().outcome()).isEqualTo(Outcome.UNLOADED);
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(1002);
		}
	}

	@Test
	void isEachModulesOwnUnderOneName() {
		tariff("one", 1);
		tariff("two", 2);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule one = add(registry, "first", price("first", 1, "one", "tariff"));
			NativeModule two = add(registry, "second", price("second", 1, "two", "tariff"));
			assertThat(total(one)).isEqualTo(1001);
			assertThat(total(two)).isEqualTo(1002);
		}
	}

	@Test
	void findsTheModuleThatItNeeds() {
		Path without = fixture("cycle").source("price.c", "PUBLIC int version(void) { return 0; }")
			.option("-Wl,-soname,libprice.so")
			.compile("price");
		fixture("lib").source("tariff.c", "int version(void);\nPUBLIC int tariff(void) { return version(); }")
			.option("-Wl,--no-as-needed,-soname,libtariff.so,-rpath," + without.getParent())
			.option(without.toString())
			.compile("tariff");
		Path library = price("cycle", 4, "lib", "tariff");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = add(registry, "price", library);
			assertThat(total(module)).isEqualTo(4005);
			assertThat(total(module)).isEqualTo(4006);
			assertReloaded(module.reload());
			assertThat(total(module)).isEqualTo(4005);
		}
	}

	private static void assertReloaded(ReloadReport report) {
		assertThat(report.previous().outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.staleLibraries()).isEmpty();
	}

	private static NativeModule add(ModuleRegistry registry, String name, Path library) {
		return registry.add(new ModuleDefinition(name, library, PLAIN));
	}

	private static int total(NativeModule module) {
		return module.exports(StalePrice.class).total();
	}

	private NativeFixture fixture(String where) {
		return NativeFixture.in(this.directory.resolve(where))
			.option("-DPUBLIC=__attribute__((visibility(\"default\")))")
			.option("-Wno-missing-prototypes");
	}

	private void tariff(String where, int number) {
		fixture(where).source("tariff.c", "PUBLIC int tariff(void) { return " + number + "; }")
			.option("-Wl,-soname,libtariff.so")
			.compile("tariff");
	}

	private void middle(String where) {
		fixture(where).source("middle.c", "int tariff(void);\nPUBLIC int middle(void) { return tariff(); }")
			.option("-Wl,--no-as-needed,-soname,libmiddle.so,-rpath,$ORIGIN")
			.option("-L.")
			.option("-ltariff")
			.compile("middle");
	}

	private Path price(String where, int version, String libraries, String function) {
		Path folder = this.directory.resolve(libraries);
		return fixture(where)
			.source("price.c",
					"int " + function + "(void);\n"
							+ "PUBLIC int version(void) { static int calls = 4; return ++calls; }\n"
							+ "PUBLIC int total(void) { return " + version + " * 1000 + " + function + "(); }\n")
			.option("-Wl,--no-as-needed,-soname,libprice.so,-rpath," + folder)
			.option("-L" + folder)
			.option("-l" + function)
			.compile("price");
	}

}
