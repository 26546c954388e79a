// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Map;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /actuator/relib/{name}} shows how often exports were called.
 */
class ShowCallsTests {

	private final WebApplicationContextRunner runner = WebEndpointContext.exposed()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void countsCallsOfAllGenerations() {
		this.runner.run((context) -> {
			Greeter greeter = context.getBean(Greeter.class);
			greeter.greet("one");
			context.getBean(ModuleRegistry.class).get("greeter").reload();
			greeter.greet("two");
			var json = MockMvcTester.from(context).get().uri("/actuator/relib/greeter").assertThat().bodyJson();
			json.extractingPath("$.calls")
				.isEqualTo(Map.of("Greeter.greet", Map.of("calls", 2, "panics", 0, "failedImports", 0)));
		});
	}

	@Test
	void timesThemIfToldTo() {
		this.runner.withPropertyValues("relib.metrics.timing=all").run((context) -> {
			context.getBean(Greeter.class).greet("one");
			var json = MockMvcTester.from(context).get().uri("/actuator/relib/greeter").assertThat().bodyJson();
			json.extractingPath("$.calls['Greeter.greet'].durations.timed").isEqualTo(1);
			json.extractingPath("$.calls['Greeter.greet'].durations.longest")
				.asString()
				.satisfies((longest) -> assertThat(Duration.parse(longest)).isPositive());
		});
	}

}
