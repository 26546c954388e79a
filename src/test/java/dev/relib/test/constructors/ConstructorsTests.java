// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.constructors;

import java.nio.file.Path;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.GenerationInfo;
import dev.relib.module.ModuleThread;
import dev.relib.module.OpenDescriptor;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.ModuleRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Resources that constructors of a library acquire while it is opened are the module's.
 */
class ConstructorsTests {

	@Test
	void leaveNothingBehind(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("early")
			.source(ConstructorsTests.class, "constructors.c")
			.compile("constructors");
		try (ModuleRegistry registry = ModuleRegistry.builder().build();
				ModuleRecords records = new ModuleRecords("constructors")) {
			NativeModule module = registry.add(new ModuleDefinition("constructors", library));
			assertThat(module.exports(Early.class).text()).isEqualTo("forgotten");
			await().untilAsserted(() -> assertThat(module.info().serving().threads()).extracting(ModuleThread::name)
				.containsExactly("early"));
			GenerationInfo generation = module.info().serving();
			assertThat(generation.descriptors()).extracting(OpenDescriptor::kind).containsExactly("device");
			assertThat(generation.destructors().pending()).isOne();
			UnloadReport report = module.unload();
			assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.UNLOADED);
			assertThat(report.mappings()).isEmpty();
			assertThat(report.leaks().count()).isOne();
			assertThat(report.leaks().freedCount()).isOne();
			assertThat(report.leakReport().closedDescriptorCount()).isOne();
			assertThat(records.texts()).containsExactly("the value was kept");
		}
	}

}
