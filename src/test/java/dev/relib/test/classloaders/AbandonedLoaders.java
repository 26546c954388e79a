// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.List;

/**
 * Waits for class loaders that nobody uses to be collected.
 */
final class AbandonedLoaders {

	private static final int ROUNDS = 100;

	private AbandonedLoaders() {
	}

	/** Returns the number of those that stay. */
	static long await(List<WeakReference<ClassLoader>> loaders) throws Exception {
		for (int i = 0; i < ROUNDS && count(loaders) > 0; i++) {
			System.gc();
			Thread.sleep(50);
			Thread.getAllStackTraces().keySet().forEach(AbandonedLoaders::endIdleCleaner);
		}
		return count(loaders);
	}

	private static long count(List<WeakReference<ClassLoader>> loaders) {
		return loaders.stream().filter((loader) -> loader.get() != null).count();
	}

	/**
	 * JNA's cleaner ends by itself half a minute after it has cleaned the last object.
	 * This test is not that patient, and ends a cleaner that has nothing to clean.
	 */
	private static void endIdleCleaner(Thread thread) {
		if (!thread.getName().equals("JNA Cleaner")) {
			return;
		}
		try {
			Field outer = thread.getClass().getDeclaredField("this$0");
			outer.setAccessible(true);
			Object cleaner = outer.get(thread);
			Field first = cleaner.getClass().getDeclaredField("firstCleanable");
			first.setAccessible(true);
			if (first.get(cleaner) == null) {
				thread.interrupt();
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
