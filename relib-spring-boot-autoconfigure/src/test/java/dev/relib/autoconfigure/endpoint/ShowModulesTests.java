// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShowModulesTests {

	@Test
	void showsALineForEachModule() {
		WebEndpointContext.exposed()
			.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
					ModuleContext.module("worker", TestLibraries.worker()))
			.run(WebEndpointContext.test((
					mvc) -> assertThat(mvc.get().uri("/actuator/relib")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
							{"modules": {
								"greeter": {"state": "LOADED", "generation": 1, "version": "1.0.0", "path": "%s",
									"callsInFlight": 0},
								"worker": {"state": "LOADED", "generation": 1, "version": "1.0.0", "path": "%s",
									"callsInFlight": 0}
							}}""".formatted(TestLibraries.greeter(), TestLibraries.worker()))));
	}

	@Test
	void showsAnEmptyMapWithoutModules() {
		WebEndpointContext.exposed()
			.run(WebEndpointContext.test((mvc) -> assertThat(mvc.get().uri("/actuator/relib")).hasStatusOk()
				.bodyJson()
				.extractingPath("$.modules")
				.asMap()
				.isEmpty()));
	}

	@Test
	void tellsHowNativeCodeIsCalledAndWhyNotFaster() {
		WebEndpointContext.exposed()
			.withPropertyValues("relib.linker=jna")
			.run(WebEndpointContext.test((mvc) -> assertThat(mvc.get().uri("/actuator/relib")).hasStatusOk()
				.bodyJson()
				.isLenientlyEqualTo("""
						{"linker": {"used": "jna", "notes": ["ffm: relib.linker is jna", "jni: relib.linker is jna"]}}
						""")));
	}

	@Test
	void tellsWhichWayIsTheFirstThatWorksAndWhyNotFaster() {
		int jdk = Runtime.version().feature();
		String expected = (jdk >= 22) ? "{\"linker\": {\"used\": \"ffm\", \"notes\": []}}"
				: "{\"linker\": {\"used\": \"jni\", \"notes\": [\"ffm: it needs JDK 22 or later, and this is " + jdk
						+ "\"]}}";
		WebEndpointContext.exposed()
			.withPropertyValues("relib.linker=auto")
			.run(WebEndpointContext.test((mvc) -> assertThat(mvc.get().uri("/actuator/relib")).hasStatusOk()
				.bodyJson()
				.isLenientlyEqualTo(expected)));
	}

	/** All that runs these tests has membarrier. */
	@Test
	void tellsHowCallsAreMarked() {
		WebEndpointContext.exposed()
			.run(WebEndpointContext.test((
					mvc) -> assertThat(mvc.get().uri("/actuator/relib")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
							{"linker": {"marks": "asymmetric"}}
							""")));
	}

	@Test
	void isLinked() {
		WebEndpointContext.exposed()
			.run(WebEndpointContext.test((mvc) -> assertThat(mvc.get().uri("/actuator")).hasStatusOk()
				.bodyJson()
				.extractingPath("$._links")
				.asMap()
				.containsKeys("relib", "relib-name")));
	}

}
