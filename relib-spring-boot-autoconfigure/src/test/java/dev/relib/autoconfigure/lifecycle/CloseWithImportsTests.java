// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import java.util.ArrayList;
import java.util.List;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A module can still call a bean from {@code before_unload} while the context closes,
 * whichever of the two was created first.
 */
class CloseWithImportsTests {

	private static final List<String> said = new ArrayList<>();

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("parting", TestLibraries.parting()));

	@BeforeEach
	void forget() {
		said.clear();
	}

	@AfterEach
	void nothingIsLeft() {
		assertThat(TestLibraries.mapped("parting")).isEmpty();
	}

	@Test
	void callsABeanThatWasCreatedBeforeTheModule() {
		this.runner.withBean(Listener.class)
			.withBean(Consumer.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(said).containsExactly("from a consumer", "goodbye", "destroyed");
	}

	@Test
	void callsABeanThatWasCreatedAfterTheModule() {
		this.runner.withBean(Consumer.class)
			.withBean(Listener.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(said).containsExactly("from a consumer", "goodbye", "destroyed");
	}

	@Test
	void callsABeanThatUsesTheModule() {
		this.runner.withBean(Circular.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(said).containsExactly("goodbye", "destroyed");
	}

	@Test
	void callsABeanThatUsesTheModuleByTypeAndNextToOthers() {
		this.runner.withBean(Consumer.class)
			.withBean(CircularByType.class)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(said).containsExactly("from a consumer", "goodbye", "destroyed");
	}

	static class Listener implements Titles, DisposableBean {

		@Override
		public String title(String name) {
			said.add(name);
			return name;
		}

		@Override
		public void destroy() {
			said.add("destroyed");
		}

	}

	static class Circular extends Listener {

		Circular(@RelibModule("parting") Greeter greeter) {
			assertThat(greeter).isNotNull();
		}

	}

	static class CircularByType extends Listener {

		CircularByType(Greeter greeter) {
			assertThat(greeter).isNotNull();
		}

	}

	record Consumer(@RelibModule("parting") Greeter greeter) implements DisposableBean {

		@Override
		public void destroy() {
			this.greeter.greet("from a consumer");
		}

	}

}
