// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport;

/**
 * An application: loads a module, calls it on its own thread and on one of a pool that
 * outlives it, and unloads it.
 */
public final class Application implements Consumer<String> {

	@Override
	public void accept(String library) {
		try (ModuleRegistry registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(DeployedHost.class, new Host()))
			.build()) {
			NativeModule module = registry
				.add(new ModuleDefinition("counter", Path.of(library), ModuleOptions.builder().main(true).build()));
			DeployedCounter counter = module.exports(DeployedCounter.class);
			int sum = counter.next();
			Thread thread = new Thread(counter::next);
			thread.start();
			thread.join();
			int threads = module.info().serving().threads().size();
			UnloadReport report = module.unload();
			System.out.println("sum " + sum + ", threads " + threads + ", " + report.outcome() + " " + report.describe()
					+ ", destructors " + report.leakReport().destructors());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class Host implements DeployedHost {

		@Override
		public DeployedPoint move(DeployedPoint point) {
			return new DeployedPoint(point.x() + 1, point.y() + 1);
		}

		@Override
		public int count(List<DeployedPoint> points, DeployedMood mood) {
			return points.size() * 10 + mood.ordinal();
		}

	}

}
