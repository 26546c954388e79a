// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint runs operations only with unrestricted access.
 */
class AccessTests {

	private final WebApplicationContextRunner runner = WebEndpointContext.exposed()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void isReadOnlyByDefault() {
		assertReadOnly(this.runner);
	}

	@Test
	void isReadOnlyWhereOnlyThatIsPermitted() {
		assertReadOnly(this.runner.withPropertyValues("management.endpoint.relib.access=unrestricted",
				"management.endpoints.access.max-permitted=read-only"));
	}

	@Test
	void isAbsentWithoutAccess() {
		this.runner.withPropertyValues("management.endpoint.relib.access=none").run((context) -> {
			assertThat(context).doesNotHaveBean(RelibEndpoint.class).doesNotHaveBean(RelibEndpointWebExtension.class);
			assertThat(MockMvcTester.from(context).get().uri("/actuator/relib")).hasStatus(404);
		});
	}

	private static void assertReadOnly(WebApplicationContextRunner runner) {
		runner.run((context) -> {
			MockMvcTester mvc = MockMvcTester.from(context);
			assertThat(WebEndpointContext.post(mvc, "greeter", "{\"action\": \"unload\"}")).hasStatus(405);
			assertThat(mvc.get().uri("/actuator/relib/greeter")).hasStatusOk();
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
		});
	}

}
