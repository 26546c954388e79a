// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nounloading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.jna.Function;
import com.sun.jna.Pointer;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.RelibExports;
import dev.relib.RelibKept;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The callbacks of a library that stays mapped end with its registry: a call of one is
 * harmless then, and reaches nobody.
 */
class KeptCallbacksTests {

	@Test
	void endWhenTheRegistryCloses(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.source("keeper.c", "#define EXPORT __attribute__((visibility(\"default\")))\n"
					+ "static void (*kept)(int);\nEXPORT void keep(void (*handler)(int));\nEXPORT void fire(int value);\n"
					+ "void keep(void (*handler)(int)) { kept = handler; }\nvoid fire(int value) { kept(value); }\n")
			.compile("keeper");
		List<Integer> seen = new ArrayList<>();
		Function fire;
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("keeper", library,
					ModuleOptions.builder().kind(ModuleKind.PLAIN).unloading(false).build()));
			module.exports(Keeper.class).keep(seen::add);
			fire = module.symbol("fire").call((address) -> Function.getFunction(new Pointer(address)));
			fire.invokeVoid(new Object[] { 1 });
		}
		Logger logger = (Logger) LoggerFactory.getLogger("dev.relib.marshal.CallbackStub");
		ListAppender<ILoggingEvent> records = new ListAppender<>();
		records.start();
		logger.addAppender(records);
		fire.invokeVoid(new Object[] { 2 });
		logger.detachAppender(records);
		assertThat(seen).containsExactly(1);
		assertThat(records.list).singleElement()
			.extracting(ILoggingEvent::getFormattedMessage)
			.asString()
			.endsWith("Have the library forget the callback before the module goes");
	}

	@RelibExports(plain = true)
	interface Keeper {

		void keep(@RelibKept IntConsumer handler);

	}

}
