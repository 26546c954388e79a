// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.endpoint;

import java.util.function.Consumer;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.RelibAutoConfiguration;
import dev.relib.autoconfigure.RelibEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Web application contexts with the endpoint.
 */
final class WebEndpointContext {

	private WebEndpointContext() {
	}

	/** Returns a context that exposes the endpoint with its default access, read-only. */
	static WebApplicationContextRunner exposed() {
		return new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
					HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
					DispatcherServletAutoConfiguration.class, EndpointAutoConfiguration.class,
					WebEndpointAutoConfiguration.class, JacksonEndpointAutoConfiguration.class,
					ManagementContextAutoConfiguration.class, ServletManagementContextAutoConfiguration.class,
					RelibAutoConfiguration.class, RelibEndpointAutoConfiguration.class))
			.withUserConfiguration(ModuleContext.Packages.class)
			.withInitializer(ModuleContext::convertAsBootDoes)
			.withPropertyValues("management.endpoints.web.exposure.include=relib");
	}

	/** Returns a context that exposes the endpoint with unrestricted access. */
	static WebApplicationContextRunner unrestricted() {
		return exposed().withPropertyValues("management.endpoint.relib.access=unrestricted");
	}

	/** Runs a test against the endpoint. */
	static ContextConsumer<AssertableWebApplicationContext> test(Consumer<MockMvcTester> test) {
		return (context) -> test.accept(MockMvcTester.from(context));
	}

	/** Requests an operation on a module. */
	static MvcTestResult post(MockMvcTester mvc, String module, String body) {
		return mvc.post()
			.uri("/actuator/relib/" + module)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
