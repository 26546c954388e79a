// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Deploys the application as often as asked, each time in a class loader of its own, and
 * counts the class loaders that stay.
 */
final class Deployments {

	private static final String APPLICATION = Deployments.class.getPackageName() + ".Application";

	private Deployments() {
	}

	/**
	 * Runs as a main class.
	 * @param args the library; how often; {@code host} to give each deployment classes of
	 * the host of its own, {@code version} to give it a native runtime of its own as
	 * well, as if it were another version, or {@code interfaces} to share the host's
	 */
	public static void main(String[] args) throws Exception {
		List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
		for (int i = 0; i < Integer.parseInt(args[1]); i++) {
			loaders.add(deploy(args[0], !args[2].equals("interfaces")));
			if (args[2].equals("version")) {
				System.getProperties().keySet().removeIf((name) -> name.toString().startsWith("dev.relib.runtime."));
			}
		}
		System.out.println("class loaders that stay: " + AbandonedLoaders.await(loaders));
	}

	private static WeakReference<ClassLoader> deploy(String library, boolean host) throws Exception {
		try (URLClassLoader loader = host ? new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())
				: new OwnInterfaces(classPath())) {
			Thread thread = new Thread(() -> run(loader, library));
			thread.setContextClassLoader(loader);
			thread.start();
			thread.join();
			return new WeakReference<>(loader);
		}
	}

	@SuppressWarnings("unchecked")
	private static void run(ClassLoader loader, String library) {
		try {
			((Consumer<String>) loader.loadClass(APPLICATION).getConstructor().newInstance()).accept(library);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static URL[] classPath() throws Exception {
		List<URL> urls = new ArrayList<>();
		for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
			if (!part.isEmpty()) {
				urls.add(Path.of(part).toUri().toURL());
			}
		}
		return urls.toArray(URL[]::new);
	}

	/** Loads the classes of this package by itself, and all others by its parent. */
	private static final class OwnInterfaces extends URLClassLoader {

		OwnInterfaces(URL[] classPath) {
			super(classPath, Deployments.class.getClassLoader());
		}

		@Override
		protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
			if (!name.startsWith(Deployments.class.getPackageName() + ".")) {
				return super.loadClass(name, resolve);
			}
			synchronized (getClassLoadingLock(name)) {
				Class<?> known = findLoadedClass(name);
				return (known != null) ? known : findClass(name);
			}
		}

	}

}
