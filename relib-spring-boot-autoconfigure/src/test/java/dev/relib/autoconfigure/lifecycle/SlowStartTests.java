// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.RelibExports;
import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.failure.LoadTimeoutException;
import dev.relib.failure.UnusableKeyException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * What is read at start-up may take no longer than a load: a file system or a server that
 * does not answer fails the start, and the context closes.
 */
@OnOneJdk
@Timeout(60)
class SlowStartTests {

	private static final String STUCK = "https://stuck.example/libstuck.so";

	@TempDir
	private Path directory;

	private final CountDownLatch stuck = new CountDownLatch(1);

	@AfterEach
	void goOn() {
		this.stuck.countDown();
	}

	@Test
	void failsIfALibraryIsNotRead() throws IOException {
		Path slow = Files.copy(TestLibraries.greeter(), this.directory.resolve("libslow.so"));
		Path library = TestLibraries.compile("lease", "lease.c");
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			Lease lease = registry
				.add(new ModuleDefinition("lease", library, ModuleOptions.builder().kind(ModuleKind.PLAIN).build()))
				.exports(Lease.class);
			int held = lease.hold(slow.toString());
			assumeThat(held).as("the file system has leases").isNotNegative();
			try {
				assertRefused(runner().withPropertyValues(ModuleContext.module("slow", slow)),
						LoadTimeoutException.class, "its files were not read within 300 ms");
			}
			finally {
				lease.letGo(held);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "path", "signature" })
	void failsIfAResourceIsNotRead(String property) {
		assertRefused(
				runner().withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
						"relib.modules.greeter." + property + "=" + STUCK),
				LoadTimeoutException.class, "its files were not read within 300 ms");
	}

	@Test
	void failsIfAResourceAtAnInjectionPointIsNotRead() {
		assertRefused(runner().withBean(Consumer.class), LoadTimeoutException.class, STUCK);
	}

	@Test
	void failsIfAKeyIsNotRead() {
		assertRefused(
				runner().withPropertyValues(ModuleContext.module("greeter", TestLibraries.greeter()),
						"relib.policy.public-keys=" + STUCK),
				UnusableKeyException.class, "it was not read within 300 ms");
	}

	private ApplicationContextRunner runner() {
		return ModuleContext.runner()
			.withPropertyValues("relib.load.timeout=300ms", "relib.directory=" + this.directory)
			.withInitializer((context) -> context
				.addProtocolResolver((location, loader) -> location.equals(STUCK) ? stuck(location) : null));
	}

	private Resource stuck(String location) {
		return new AbstractResource() {

			@Override
			public URL getURL() throws IOException {
				return URI.create(location).toURL();
			}

			@Override
			public String getDescription() {
				return location;
			}

			@Override
			public InputStream getInputStream() throws IOException {
				try {
					SlowStartTests.this.stuck.await();
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				throw new IOException("nobody waits for this");
			}

		};
	}

	private void assertRefused(ApplicationContextRunner runner, Class<? extends Exception> type, String message) {
		runner.run((context) -> assertThat(context).getFailure()
			.satisfiesAnyOf((failure) -> assertThat(failure).isInstanceOf(type).hasMessageContaining(message),
					(failure) -> assertThat(failure).rootCause().isInstanceOf(type).hasMessageContaining(message)));
	}

	@RelibExports
	interface Lease {

		int hold(String path);

		int letGo(int held);

	}

	record Consumer(@RelibModule(STUCK) Greeter greeter) {

	}

}
