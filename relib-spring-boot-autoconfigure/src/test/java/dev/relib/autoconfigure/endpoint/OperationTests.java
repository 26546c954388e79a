// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code POST /actuator/relib/{name}} with unrestricted access.
 */
class OperationTests {

	private final WebApplicationContextRunner runner = WebEndpointContext.unrestricted()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void reloads(@TempDir Path directory) {
		Path library = TestLibraries.compileGreeter(directory, "changing", "Hello", "1.0.0");
		this.runner.withPropertyValues(ModuleContext.module("greeter", library)).run((context) -> {
			Greeter greeter = context.getBean(Greeter.class);
			assertThat(greeter.greet("Ada")).isEqualTo("Hello, Ada");
			TestLibraries.compileGreeter(directory, "changing", "Servus", "2.0.0");
			var json = assertThat(WebEndpointContext.post(MockMvcTester.from(context), "greeter", request("reload")))
				.hasStatusOk()
				.bodyJson();
			json.extractingPath("$.module").isEqualTo("greeter");
			json.extractingPath("$.action").isEqualTo("reload");
			json.extractingPath("$.done").isEqualTo(true);
			json.extractingPath("$.state").isEqualTo("LOADED");
			json.extractingPath("$.unload.outcome").isEqualTo("UNLOADED");
			json.extractingPath("$.unload.generation").isEqualTo(1);
			json.doesNotHavePath("$.message");
			assertThat(greeter.greet("Ada")).isEqualTo("Servus, Ada");
		});
	}

	@Test
	void unloadsAndLoads() {
		this.runner.run((context) -> {
			MockMvcTester mvc = MockMvcTester.from(context);
			assertThat(WebEndpointContext.post(mvc, "greeter", request("unload"))).hasStatusOk()
				.bodyJson()
				.extractingPath("$.state")
				.isEqualTo("UNLOADED");
			assertThat(TestLibraries.mapped("greeter")).isEmpty();
			var loaded = assertThat(WebEndpointContext.post(mvc, "greeter", request("LOAD"))).hasStatusOk().bodyJson();
			loaded.extractingPath("$.state").isEqualTo("LOADED");
			loaded.extractingPath("$.action").isEqualTo("load");
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	@Test
	void explainsARefusedUnload() {
		this.runner
			.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()),
					"relib.unload.threads-timeout=50ms")
			.run((context) -> {
				Worker worker = context.getBean(Worker.class);
				worker.start();
				var json = assertThat(WebEndpointContext.post(MockMvcTester.from(context), "worker", request("unload")))
					.hasStatus(409)
					.bodyJson();
				json.extractingPath("$.done").isEqualTo(false);
				json.extractingPath("$.state").isEqualTo("LOADED");
				json.extractingPath("$.message").asString().contains("threads of the module are running");
				json.extractingPath("$.unload.reason").isEqualTo("THREADS_RUNNING");
				json.extractingPath("$.unload.threads.length()").isEqualTo(1);
				json.extractingPath("$.unload.threads[0].origin").asString().startsWith("worker_start+0x");
				worker.rest(1);
				worker.stop();
			});
	}

	@Test
	void refusesToLoadALoadedModule() {
		assertConflict("load", "the library is already loaded");
	}

	@Test
	void refusesToUnloadAnUnloadedModule() {
		this.runner.run((context) -> {
			MockMvcTester mvc = MockMvcTester.from(context);
			WebEndpointContext.post(mvc, "greeter", request("unload"));
			assertThat(WebEndpointContext.post(mvc, "greeter", request("unload"))).hasStatus(409)
				.bodyJson()
				.extractingPath("$.message")
				.isEqualTo("module 'greeter' is not unloaded: it is not loaded");
		});
	}

	@Test
	void explainsAFailedReloadAndKeepsServing(@TempDir Path directory) throws IOException {
		Path library = TestLibraries.compileGreeter(directory, "breaking", "Hello", "1.0.0");
		this.runner.withPropertyValues(ModuleContext.module("greeter", library)).run((context) -> {
			Path text = Files.writeString(directory.resolve("text"), "not a library");
			Files.move(text, library, StandardCopyOption.REPLACE_EXISTING);
			var json = assertThat(WebEndpointContext.post(MockMvcTester.from(context), "greeter", request("reload")))
				.hasStatus(409)
				.bodyJson();
			json.extractingPath("$.done").isEqualTo(false);
			json.extractingPath("$.state").isEqualTo("LOADED");
			json.extractingPath("$.message").asString().contains(library.toString());
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	@Test
	void answersNotFoundForAnUnknownModule() {
		this.runner.run(WebEndpointContext
			.test((mvc) -> assertThat(WebEndpointContext.post(mvc, "greter", request("reload"))).hasStatus(404)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"action\": \"destroy\"}", "{\"action\": 7}", "{\"act\": \"reload\"}", "{}" })
	void refusesAnInvalidRequest(String body) {
		this.runner.run((context) -> {
			assertThat(WebEndpointContext.post(MockMvcTester.from(context), "greeter", body)).hasStatus(400);
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

	private void assertConflict(String action, String message) {
		this.runner.run(WebEndpointContext
			.test((mvc) -> assertThat(WebEndpointContext.post(mvc, "greeter", request(action))).hasStatus(409)
				.bodyJson()
				.extractingPath("$.message")
				.asString()
				.contains(message)));
	}

	private static String request(String action) {
		return "{\"action\": \"" + action + "\"}";
	}

}
