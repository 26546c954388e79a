// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.signals;

import java.nio.file.Path;

import com.sun.jna.Pointer;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import org.jspecify.annotations.Nullable;

/**
 * Reloads and unloads a module that handles signals. Java finds null pointers by the same
 * signal.
 */
final class Reports {

	private final @Nullable Reports next;

	private final int value;

	private Reports(@Nullable Reports next, int value) {
		this.next = next;
		this.value = value;
	}

	public static void main(String[] args) throws Exception {
		System.out.println("before: " + exitValue());
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("reporter", Path.of(args[0])));
			Reporter reporter = module.exports(Reporter.class);
			for (int i = 0; i < 3; i++) {
				System.out.println("installed: " + reporter.installed() + ", null pointers: " + nullPointers()
						+ ", seen: " + (reporter.seen() > 0));
				System.out.println(module.reload().previous().outcome());
			}
			System.out.println("unload: " + module.unload().outcome());
		}
		System.out.println("after: " + exitValue() + ", null pointers: " + nullPointers());
		if (args.length > 1) {
			new Pointer(8).getInt(0);
		}
		System.out.println("end");
	}

	private static int exitValue() throws Exception {
		return new ProcessBuilder("false").start().waitFor();
	}

	/** Compiled code has no check for null before it reads. */
	private static int nullPointers() {
		int caught = 0;
		Reports some = new Reports(null, 0);
		for (int i = 0; i < 300_000; i++) {
			try {
				caught += valueOf((i >= 299_990) ? some.next : some);
			}
			catch (NullPointerException ex) {
				caught++;
			}
		}
		return caught;
	}

	private static int valueOf(@Nullable Reports object) {
		return object.value;
	}

}
