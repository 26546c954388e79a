// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.Arrays;
import java.util.Map;

import javax.management.MBeanException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import dev.relib.ModuleRegistry;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.RelibEndpointAutoConfiguration;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.module.ModuleState;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jmx.JmxEndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JmxTests {

	private static final String[] TEXT = { String.class.getName() };

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withConfiguration(AutoConfigurations.of(JmxAutoConfiguration.class, EndpointAutoConfiguration.class,
				JmxEndpointAutoConfiguration.class, RelibEndpointAutoConfiguration.class))
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()), "spring.jmx.enabled=true",
				"management.endpoints.jmx.exposure.include=relib")
		.withInitializer(ModuleContext::convertAsBootDoes);

	private final ObjectName endpoint;

	JmxTests() throws Exception {
		this.endpoint = new ObjectName("org.springframework.boot:type=Endpoint,name=Relib");
	}

	@Test
	void showsModules() {
		this.runner.run((context) -> {
			MBeanServer server = context.getBean(MBeanServer.class);
			Map<?, ?> modules = (Map<?, ?>) server.invoke(this.endpoint, "modules", new Object[0], new String[0]);
			assertThat(modules.toString()).contains("greeter", "LOADED");
			Map<?, ?> module = (Map<?, ?>) server.invoke(this.endpoint, "module", new Object[] { "greeter" }, TEXT);
			assertThat(module.get("name")).isEqualTo("greeter");
			assertThat(module.get("state")).isEqualTo("LOADED");
		});
	}

	@Test
	void isReadOnlyByDefault() {
		this.runner.run((context) -> assertThat(
				Arrays.stream(context.getBean(MBeanServer.class).getMBeanInfo(this.endpoint).getOperations())
					.map(MBeanFeatureInfo::getName))
			.containsExactlyInAnyOrder("modules", "module"));
	}

	@Test
	void runsOperationsWithUnrestrictedAccess() {
		this.runner.withPropertyValues("management.endpoint.relib.access=unrestricted").run((context) -> {
			MBeanServer server = context.getBean(MBeanServer.class);
			String[] signature = { String.class.getName(), String.class.getName() };
			server.invoke(this.endpoint, "act", new Object[] { "greeter", "unload" }, signature);
			assertThat(context.getBean(ModuleRegistry.class).get("greeter").state()).isEqualTo(ModuleState.UNLOADED);
			Map<?, ?> refused = (Map<?, ?>) server.invoke(this.endpoint, "act", new Object[] { "greeter", "unload" },
					signature);
			assertThat(refused.get("done")).isEqualTo(false);
			assertThat(refused.get("message")).isEqualTo("module 'greeter' is not unloaded: it is not loaded");
			assertThatExceptionOfType(MBeanException.class)
				.isThrownBy(() -> server.invoke(this.endpoint, "act", new Object[] { "greter", "load" }, signature))
				.withStackTraceContaining("there is no module 'greter'");
		});
	}

}
