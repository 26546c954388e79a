// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleEvent.Kind;
import dev.relib.ModuleEvent;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class ModuleEventTests {

	private static final List<String> events = new ArrayList<>();

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@BeforeEach
	void forget() {
		events.clear();
	}

	@Test
	void publishesLoadReloadAndUnload() {
		this.runner.withBean(Listener.class).run((context) -> {
			assertThat(events).containsExactly("greeter LOADED");
			NativeModule module = context.getBean(ModuleRegistry.class).get("greeter");
			module.reload();
			module.unload();
			module.load();
		});
		assertThat(events).containsExactly("greeter LOADED", "greeter RELOADED", "greeter UNLOADED", "greeter UNLOADED",
				"greeter LOADED", "greeter UNLOADED");
	}

	@Test
	void publishesFailures() {
		this.runner.withBean(Listener.class).run((context) -> {
			ModuleRegistry registry = context.getBean(ModuleRegistry.class);
			NativeModule module = registry.get("greeter");
			module.unload();
			assertThat(module.unload().outcome()).isEqualTo(Outcome.REFUSED);
			assertThatException().isThrownBy(() -> registry.add(new ModuleDefinition("none", Path.of("none.so"))));
			assertThat(events).containsExactly("greeter LOADED", "greeter UNLOADED", "greeter UNLOAD_REFUSED",
					"none LOAD_FAILED");
		});
	}

	@Test
	void publishesToApplicationListenersOnce() {
		this.runner.withBean(OldListener.class).run((context) -> assertThat(events).containsExactly("greeter LOADED"));
	}

	@Test
	void publishesWhereBeansAreLazy() {
		this.runner
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withBean(Listener.class)
			.run((context) -> {
				assertThat(events).isEmpty();
				assertThat(context.getBean("greeter", Greeter.class).greet("Ada")).isEqualTo("Hello, Ada");
				assertThat(events).containsExactly("greeter LOADED");
			});
	}

	@Test
	void startsAlthoughAListenerFails(CapturedOutput output) {
		this.runner.withBean(FailingListener.class)
			.run((context) -> assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Hello, Ada"));
		assertThat(output).contains("An event listener failed to handle").contains("on purpose");
	}

	@Test
	void closesQuietlyAfterAListenerIsDestroyed(CapturedOutput output) {
		this.runner.withBean(DisposableListener.class)
			.run((context) -> assertThat(events).containsExactly("greeter LOADED"));
		assertThat(output).doesNotContain("ERROR");
		assertThat(TestLibraries.mapped("greeter")).isEmpty();
	}

	@Test
	void tellsModuleListenersDirectly() {
		this.runner.withBean(ModuleListener.class, () -> ModuleEventTests::add)
			.run((context) -> assertThat(events).containsExactly("greeter LOADED"));
	}

	private static void add(ModuleEvent event) {
		events.add(event.module() + " " + event.kind());
	}

	static class Listener {

		@EventListener
		void on(ModuleEvent event) {
			add(event);
		}

	}

	static class DisposableListener extends Listener implements DisposableBean {

		DisposableListener(Greeter greeter) {
			assertThat(greeter).isNotNull();
		}

		@Override
		public void destroy() {
			events.add("destroyed");
		}

	}

	static class FailingListener {

		@EventListener
		void on(ModuleEvent event) {
			if (event.kind() == Kind.LOADED) {
				throw new IllegalStateException("on purpose");
			}
		}

	}

	static class OldListener implements ApplicationListener<PayloadApplicationEvent<ModuleEvent>> {

		@Override
		public void onApplicationEvent(PayloadApplicationEvent<ModuleEvent> event) {
			add(event.getPayload());
		}

	}

}
