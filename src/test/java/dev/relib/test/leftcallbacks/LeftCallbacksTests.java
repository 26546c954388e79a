// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftcallbacks;

import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions of a module that the C library would call later are taken away before the
 * module goes: timers, messages, streams, formats and calls at the end of the process.
 */
class LeftCallbacksTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(value = ModuleKind.class, names = { "KIT", "PLAIN" })
	void areTakenAwayBeforeTheModuleGoes(ModuleKind kind) {
		NativeFixture fixture = NativeFixture.in(this.directory).source(getClass(), "callbacks.c");
		if (kind == ModuleKind.KIT) {
			fixture.kit().bindings("leaver").option("-DKIT");
		}
		ChildJvm.Result result = new ChildJvm().run(Host.class, fixture.compile("leaver").toString(), kind.name());
		assertThat(result.output()).contains("UNLOADED alive endxxx")
			.contains("1 timers were left behind: they are deleted")
			.contains("1 streams with functions of the module were left behind: they are closed");
		assertThat(result.exitCode()).isZero();
	}

	/**
	 * Has all of it left, and provokes the C library to call.
	 */
	static final class Host {

		private Host() {
		}

		public static void main(String[] args) throws Exception {
			Path written = Path.of("/tmp/relib-stream-" + ProcessHandle.current().pid());
			try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
				NativeModule module = registry.add(new ModuleDefinition("leaver", Path.of(args[0]),
						ModuleOptions.builder().kind(ModuleKind.valueOf(args[1])).build()));
				leave(module.exports(Leaver.class));
				String outcome = String.valueOf(module.unload().outcome());
				Thread.sleep(50);
				Function print = NativeLibrary.getProcess().getFunction("snprintf");
				print.invokeInt(new Object[] { new byte[10], 10L, "%Y" });
				sendMessage();
				Thread.sleep(50);
				System.out.println(outcome + " alive " + Files.readString(written));
			}
			finally {
				Files.deleteIfExists(written);
			}
		}

		private static void leave(Leaver leaver) throws InterruptedException {
			require(leaver.startAndDeleteTimer());
			require(leaver.startTimer(1));
			while (leaver.countTicks() == 0) {
				Thread.sleep(1);
			}
			require(leaver.leaveStream(3));
			require(leaver.leaveFormat());
			require(leaver.leaveExitCall());
			leaver.awaitMessage();
		}

		private static void require(int done) {
			if (done != 1) {
				throw new IllegalStateException("it failed");
			}
		}

		/** Where there are message queues. */
		private static void sendMessage() {
			NativeLibrary process = NativeLibrary.getProcess();
			String name = "/relib-" + ProcessHandle.current().pid();
			int queue = process.getFunction("mq_open").invokeInt(new Object[] { name, 1 });
			if (queue >= 0) {
				process.getFunction("mq_send").invokeInt(new Object[] { queue, "hello", 5L, 0 });
				process.getFunction("mq_unlink").invokeInt(new Object[] { name });
			}
		}

	}

}
