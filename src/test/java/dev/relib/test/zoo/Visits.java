// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.RelibException;
import dev.relib.module.Cleanup;
import dev.relib.module.LeakReport;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadOptions;
import dev.relib.module.UnloadReport;
import dev.relib.test.PoolThreads;

/**
 * Visits one library after the other: uses it on each thread of a pool, reloads it five
 * times in between, leaves something behind, unloads it, lets the threads of the pool
 * end, and looks whether Java works as before. Says all of it, line by line.
 */
final class Visits {

	private static final int RELOADS = 5;

	private static final UnloadOptions OPTIONS = new UnloadOptions(Duration.ofSeconds(5), Duration.ofSeconds(5),
			Duration.ofMillis(200), Cleanup.ALL);

	private Visits() {
	}

	/**
	 * Visits libraries.
	 * @param visits for each library its name, form, file and needed libraries
	 */
	public static void main(String[] visits) throws Exception {
		JavaStillWorks java = new JavaStillWorks();
		for (String visit : visits) {
			String[] words = visit.split("=", 4);
			say("visit", words[0]);
			Remains before = Remains.now();
			try (ModuleRegistry registry = ModuleRegistry.builder()
				.unloadOptions(OPTIONS)
				.maxRetired(RELOADS + 1)
				.build(); PoolThreads pool = new PoolThreads(3)) {
				Form form = Form.valueOf(words[1]);
				NativeModule module = registry.add(new ModuleDefinition(words[0], Path.of(words[2]),
						ModuleOptions.builder().kind(form.kind()).build()));
				visit(module, form.cage(module), pool);
			}
			catch (RelibException ex) {
				say("failed", ex.toString());
			}
			say("java", java.check());
			Remains remains = Remains.after(before);
			say("remains", remains.toString());
			say("stays", remains.of(List.of(words[3].split(" "))));
		}
		say("end", "");
	}

	private static void visit(NativeModule module, Cage cage, PoolThreads pool) throws Exception {
		for (int i = 0; i < RELOADS; i++) {
			say("used", pool.onEach(cage::use).toString());
			say("reload", words(module.reload().previous()));
		}
		say("used", pool.onEach(cage::use).toString());
		say("left", Integer.toString(cage.leave()));
		UnloadReport report = module.unload();
		say("unload", words(report));
		say("leaks", words(report.leakReport()));
	}

	private static String words(UnloadReport report) {
		return Stream.of(report.outcome(), report.reason(), report.describe())
			.filter((word) -> word != null)
			.map(Object::toString)
			.reduce((one, other) -> one + " " + other)
			.orElseThrow();
	}

	private static String words(LeakReport leaks) {
		return List.of(leaks.leaks(), leaks.descriptors(), leaks.mappedMemory(), leaks.destructors()).toString();
	}

	private static void say(String what, String words) {
		System.out.println("| " + what + " " + words.replace('\n', ' '));
		System.out.flush();
	}

}
