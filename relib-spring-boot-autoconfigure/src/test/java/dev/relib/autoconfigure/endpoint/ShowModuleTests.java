// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.autoconfigure.plugin.Worker;
import dev.relib.fixture.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.json.AbstractJsonContentAssert;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /actuator/relib/{name}} shows a module in full detail.
 */
class ShowModuleTests {

	@Test
	void showsALoadedModule() throws Exception {
		byte[] library = Files.readAllBytes(TestLibraries.polite());
		String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(library));
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()), "relib.linker=auto")
			.withBean(Titles.class, () -> (name) -> name)
			.run(WebEndpointContext.test((mvc) -> {
				var json = get(mvc, "polite");
				json.extractingPath("$.name").isEqualTo("polite");
				json.extractingPath("$.state").isEqualTo("LOADED");
				json.extractingPath("$.path").isEqualTo(TestLibraries.polite().toString());
				json.extractingPath("$.retired").isEqualTo(List.of());
				json.extractingPath("$.serving.generation").isEqualTo(1);
				json.extractingPath("$.serving.version").isEqualTo("1.0.0");
				json.extractingPath("$.serving.sha256").isEqualTo(sha256);
				json.doesNotHavePath("$.serving.signedBy");
				json.extractingPath("$.serving.size").isEqualTo(library.length);
				json.extractingPath("$.serving.linker").isEqualTo((Runtime.version().feature() >= 22) ? "ffm" : "jni");
				json.extractingPath("$.serving.build.language").isEqualTo("c");
				json.extractingPath("$.serving.exports").isEqualTo(List.of("Greeter.greet(name: str) -> str"));
				json.extractingPath("$.serving.imports").isEqualTo(List.of("Titles.title(name: str) -> str"));
				json.extractingPath("$.serving.callsInFlight").isEqualTo(0);
				json.extractingPath("$.serving.threads").isEqualTo(List.of());
			}));
	}

	@Test
	void showsTheKeyOfASignedModule(@TempDir Path directory) throws Exception {
		Signer signer = new Signer();
		String key = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signer.der()));
		Path library = Files.copy(TestLibraries.greeter(), directory.resolve("libgreeter.so"));
		signer.signBeside(library);
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("greeter", library),
					"relib.policy.public-keys=" + Files.write(directory.resolve("key.der"), signer.der()))
			.run(WebEndpointContext
				.test((mvc) -> get(mvc, "greeter").extractingPath("$.serving.signedBy").isEqualTo(key)));
	}

	@Test
	void showsTimesAsIso8601() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.run(WebEndpointContext.test((mvc) -> {
				var json = get(mvc, "greeter");
				json.extractingPath("$.history[0].event").isEqualTo("LOADED");
				json.extractingPath("$.history[0].generation").isEqualTo(1);
				json.extractingPath("$.history[0].time")
					.asString()
					.satisfies((time) -> assertThat(Instant.parse(time)).isBefore(Instant.now()));
				json.extractingPath("$.history[0].duration")
					.asString()
					.satisfies((duration) -> assertThat(Duration.parse(duration)).isPositive());
				json.extractingPath("$.serving.loaded")
					.asString()
					.satisfies((time) -> assertThat(Instant.parse(time)).isBefore(Instant.now()));
				json.doesNotHavePath("$.history[0].message");
				json.doesNotHavePath("$.history[0].report");
			}));
	}

	@Test
	void showsMemoryAndThreads() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()))
			.run((context) -> {
				Worker worker = context.getBean(Worker.class);
				worker.waste(1000);
				worker.start();
				var json = get(MockMvcTester.from(context), "worker");
				json.extractingPath("$.serving.memory")
					.isEqualTo(Map.of("liveCount", 1, "liveBytes", 1000, "totalCount", 1, "foreignFrees", 0, "counted",
							true));
				json.extractingPath("$.serving.threads.length()").isEqualTo(1);
				json.extractingPath("$.serving.threads[0]")
					.asMap()
					.containsOnlyKeys("id", "name", "started", "origin", "detached")
					.hasEntrySatisfying("origin",
							(origin) -> assertThat(origin).asString().startsWith("worker_start+0x"))
					.containsEntry("detached", false);
				worker.stop();
			});
	}

	@Test
	void showsAnUnloadedModuleWithWhatItLeaked() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()))
			.run((context) -> {
				context.getBean(Worker.class).waste(1000);
				context.getBean(ModuleRegistry.class).get("worker").unload();
				MockMvcTester mvc = MockMvcTester.from(context);
				var json = get(mvc, "worker");
				json.extractingPath("$.state").isEqualTo("UNLOADED");
				json.doesNotHavePath("$.serving");
				json.extractingPath("$.history[0].event").isEqualTo("UNLOADED");
				json.extractingPath("$.history[0].report")
					.asMap()
					.containsOnlyKeys("generation", "outcome", "started", "duration", "callsInFlight", "threads",
							"mappings", "leaks", "leakSites", "descriptors", "closedDescriptors", "mappedMemory",
							"unmapped", "destructors", "notCounted", "processChanges")
					.containsEntry("outcome", "UNLOADED")
					.containsEntry("leaks",
							Map.of("count", 1, "bytes", 1000, "freedCount", 1, "foreignFrees", 0, "counted", true));
				assertThat(mvc.get().uri("/actuator/relib")).bodyJson()
					.extractingPath("$.modules.worker")
					.isEqualTo(
							Map.of("state", "UNLOADED", "path", TestLibraries.worker().toString(), "callsInFlight", 0));
			});
	}

	@Test
	void answersNotFoundForAnUnknownModule() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()))
			.run(WebEndpointContext
				.test((mvc) -> assertThat(mvc.get().uri("/actuator/relib/greter")).hasStatus(404).body().isEmpty()));
	}

	@Test
	void showsModulesWithUnusualNames() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("[image.edges]", TestLibraries.greeter()))
			.run((context) -> {
				assertThat(context.getBean(Greeter.class)).isNotNull();
				get(MockMvcTester.from(context), "image.edges").extractingPath("$.name").isEqualTo("image.edges");
			});
	}

	private static AbstractJsonContentAssert<?> get(MockMvcTester mvc, String module) {
		return assertThat(mvc.get().uri("/actuator/relib/" + module)).hasStatusOk().bodyJson();
	}

}
