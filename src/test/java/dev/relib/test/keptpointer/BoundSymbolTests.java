// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.keptpointer;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.LoadOptions;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport.Reason;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The loader keeps a library as long as another one refers to a symbol of it: the report
 * names both.
 */
@OnOneJdk
class BoundSymbolTests {

	private static final ModuleOptions PLAIN = ModuleOptions.builder().kind(ModuleKind.PLAIN).build();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			called  | next_number   | int call(void) { return next_number(); }
			read    | latest_number | int call(void) { return latest_number; }
			pointed | next_number   | int (*next)(void) = next_number; int call(void) { return next(); }
			""")
	void namesTheLibraryAndTheSymbol(String name, String symbol, String code) {
		Path shared = compile("shared_" + name, "int latest_number; int next_number(void) { return ++latest_number; }");
		Path user = compile("user_" + name, "int next_number(void); extern int latest_number; " + code);
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("shared", shared,
					PLAIN.toBuilder().load(LoadOptions.DEFAULT.withGlobal(true)).build()));
			Caller caller = registry.add(new ModuleDefinition("user", user, PLAIN)).exports(Caller.class);
			int number = caller.call();
			UnloadReport report = module.unload();
			assertThat(report.outcome()).isEqualTo(Outcome.PINNED);
			assertThat(report.reason()).isEqualTo(Reason.STILL_MAPPED);
			assertThat(report.detail()).contains("libuser_" + name + ".so refers to its symbol " + symbol);
			assertThat(caller.call()).isBetween(number, number + 1);
		}
	}

	private Path compile(String name, String source) {
		return NativeFixture.in(this.directory)
			.source(name + ".c", source)
			.option("-fvisibility=default")
			.option("-Wl,-z,lazy")
			.compile(name);
	}

}
