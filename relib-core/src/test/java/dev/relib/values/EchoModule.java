// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.fixture.NativeFixture;

/**
 * A module that returns its arguments, and a host that does the same.
 */
final class EchoModule implements AutoCloseable {

	/** Counts the calls of the host. */
	final AtomicInteger hostCalls = new AtomicInteger();

	final NativeModule module;

	final Echo echo;

	private final ModuleRegistry registry;

	EchoModule(Path directory) {
		Mirror mirror = (Mirror) Proxy.newProxyInstance(Mirror.class.getClassLoader(), new Class<?>[] { Mirror.class },
				(proxy, method, arguments) -> {
					this.hostCalls.incrementAndGet();
					return arguments[0];
				});
		Path library = NativeFixture.in(directory)
			.kit()
			.header(EchoModule.class, "echo.h")
			.source(EchoModule.class, "echo.c")
			.compile("echo");
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(Mirror.class, mirror)).build();
		this.module = this.registry.add(new ModuleDefinition("echo", library));
		this.echo = this.module.exports(Echo.class);
	}

	@Override
	public void close() {
		this.registry.close();
	}

}
