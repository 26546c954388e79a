// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that JMH measures on: of the platform, or virtual ones. JMH itself chooses
 * once for a JVM.
 */
public final class JmhThreads extends ThreadPoolExecutor {

	private static volatile ThreadFactory factory = Executors.defaultThreadFactory();

	/**
	 * Creates threads, as JMH asks for.
	 * @param threads how many
	 * @param prefix for names, which nobody reads here
	 */
	public JmhThreads(int threads, String prefix) {
		super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
	}

	/** Has JMH ask this class for threads. */
	static void install() {
		System.setProperty("jmh.ignoreLock", "true");
		System.setProperty("jmh.executor", "CUSTOM");
		System.setProperty("jmh.executor.class", JmhThreads.class.getName());
	}

	static boolean areVirtualOnesThere() {
		return Runtime.version().feature() >= 21;
	}

	/** Runs something that measures on virtual threads. */
	static void onVirtualOnes(Runnable measurement) {
		ThreadFactory before = factory;
		try {
			Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
			factory = (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
			measurement.run();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			factory = before;
		}
	}

}
