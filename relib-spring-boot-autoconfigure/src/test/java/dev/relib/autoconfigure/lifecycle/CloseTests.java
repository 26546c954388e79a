// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.relib.NativeModule;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Lazy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Consumers are destroyed while modules still serve, and then modules are unloaded.
 */
class CloseTests {

	private static final List<String> farewells = new ArrayList<>();

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()));

	@Test
	void leavesNothingInTheProcess() {
		TestLibraries.talker();
		this.runner.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()))
			.withBean(ByPath.class)
			.run((context) -> assertThat(TestLibraries.mapped("greeter")).isNotEmpty());
		assertThat(TestLibraries.mapped("greeter")).isEmpty();
		assertThat(TestLibraries.mapped("worker")).isEmpty();
		assertThat(TestLibraries.mapped("talker")).isEmpty();
	}

	@Test
	void letsAConsumerCallAModuleWhileItIsDestroyed() {
		assertFarewell(ByName.class);
		assertFarewell(ByType.class);
		assertFarewell(ByPath.class);
		assertFarewell(ByHandle.class);
		assertFarewell(ByMap.class);
		assertFarewell(ByModuleMap.class);
	}

	@Test
	void letsALazyConsumerCallAModuleWhileItIsDestroyed() {
		assertFarewell(LazilyByName.class);
		assertFarewell(LazilyByPath.class);
	}

	@Test
	void letsAConsumerCallAModuleFromItsProvider() {
		assertFarewell(Provided.class);
	}

	private void assertFarewell(Class<? extends Consumer> consumer) {
		TestLibraries.talker();
		farewells.clear();
		this.runner.withBean(consumer).run((context) -> {
			assertThat(context).hasNotFailed();
			context.getBean(consumer).call();
		});
		assertThat(farewells).as(consumer.getSimpleName()).hasSize(1);
		assertThat(TestLibraries.mapped("greeter")).as(consumer.getSimpleName()).isEmpty();
	}

	abstract static class Consumer implements DisposableBean {

		abstract String call();

		@Override
		public void destroy() {
			farewells.add(call());
		}

	}

	static class ByName extends Consumer {

		private final Greeter greeter;

		ByName(@RelibModule("greeter") Greeter greeter) {
			this.greeter = greeter;
		}

		@Override
		String call() {
			return this.greeter.greet("Ada");
		}

	}

	static class ByType extends ByName {

		ByType(Greeter greeter) {
			super(greeter);
		}

	}

	static class ByPath extends ByName {

		ByPath(@RelibModule("target/test-modules/talker/libtalker.so") Greeter greeter) {
			super(greeter);
		}

	}

	static class LazilyByName extends ByName {

		LazilyByName(@Lazy @RelibModule("greeter") Greeter greeter) {
			super(greeter);
		}

	}

	static class LazilyByPath extends ByName {

		LazilyByPath(@Lazy @RelibModule("target/test-modules/talker/libtalker.so") Greeter greeter) {
			super(greeter);
		}

	}

	static class ByMap extends ByName {

		ByMap(List<Greeter> greeters) {
			super(greeters.get(0));
		}

	}

	static class ByModuleMap extends ByName {

		ByModuleMap(@Lazy Map<String, Greeter> greeters) {
			super((name) -> greeters.get("greeter").greet(name));
		}

	}

	static class Provided extends ByName {

		Provided(@RelibModule("greeter") ObjectProvider<Greeter> greeter) {
			super(greeter.getObject());
		}

	}

	static class ByHandle extends Consumer {

		private final NativeModule module;

		ByHandle(@RelibModule("greeter") NativeModule module) {
			this.module = module;
		}

		@Override
		String call() {
			return this.module.exports(Greeter.class).greet("Ada");
		}

	}

}
