// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.leftcallbacks;

import java.nio.file.Path;

import com.sun.jna.NativeLibrary;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests on which the C library works for a module: they call their functions while it
 * is there, and write to no memory that is gone.
 */
@OnOneJdk
class LeftRequestsTests {

	@TempDir
	private Path directory;

	@Test
	void callTheirFunctionsAndAreForgottenAtTheEnd() {
		ChildJvm.Result result = run(0);
		assertThat(result.output()).contains("used 321", "UNLOADED", "alive").doesNotContain("left behind");
		assertThat(result.exitCode()).isEqualTo(3);
	}

	@Test
	void keepTheLibraryIfTheyDoNotEnd() {
		ChildJvm.Result result = run(2);
		assertThat(result.output()).contains("used 321", "1 requests of aio or getaddrinfo_a were left behind",
				"1 requests of aio or getaddrinfo_a do not end: the library stays for them", "PINNED", "alive");
		assertThat(result.exitCode()).isEqualTo(9);
	}

	private ChildJvm.Result run(int left) {
		Path library = NativeFixture.in(this.directory).source(getClass(), "requests.c").compile("requests");
		return new ChildJvm().run(Host.class, library.toString(), this.directory.resolve("file").toString(),
				String.valueOf(left));
	}

	/**
	 * Leaves requests, and lets them end after the module has.
	 */
	static final class Host {

		private Host() {
		}

		public static void main(String[] args) throws InterruptedException {
			ModuleRegistry registry = ModuleRegistry.builder().build();
			NativeModule module = registry.add(new ModuleDefinition("requester", Path.of(args[0]),
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			Requester requester = module.exports(Requester.class);
			System.out.println("used " + requester.use(args[1]));
			requester.leaveQuickExit();
			int descriptor = requester.leave(Integer.parseInt(args[2]));
			System.out.println(module.unload().outcome());
			NativeLibrary process = NativeLibrary.getProcess();
			process.getFunction("write").invokeInt(new Object[] { descriptor, "hello", 5L });
			Thread.sleep(50);
			System.out.println("alive");
			process.getFunction("quick_exit").invokeVoid(new Object[] { 3 });
		}

	}

}
