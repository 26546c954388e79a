// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the process has besides Java's: threads, open files, and mapped libraries.
 *
 * @param threads names by id
 * @param files what they lead to, by descriptor
 * @param libraries file names
 */
record Remains(Map<String, String> threads, Map<String, String> files, Set<String> libraries) {

	private static final Path PROCESS = Path.of("/proc/self");

	private static final List<String> OF_JAVAS_THREADS = List.of("C1 Compiler", "C2 Compiler", "GC Thread", "VM ",
			"Sweeper", "relib-");

	private static final List<String> OF_JAVAS_FILES = List.of(".jar", "/proc/", "/sys/", "random", "/tmp/ffi");

	static Remains now() throws IOException {
		Set<String> java = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map((thread) -> thread.getName().substring(0, Math.min(15, thread.getName().length())))
			.collect(Collectors.toSet());
		Map<String, String> threads = each("task", (task) -> Files.readString(task.resolve("comm")).strip());
		threads.values()
			.removeIf((name) -> java.contains(name) || OF_JAVAS_THREADS.stream().anyMatch(name::startsWith));
		Map<String, String> files = each("fd", (file) -> Files.readSymbolicLink(file).toString());
		files.values().removeIf((name) -> OF_JAVAS_FILES.stream().anyMatch(name::contains));
		try (Stream<String> lines = Files.lines(PROCESS.resolve("maps"))) {
			return new Remains(threads, files,
					lines.filter((line) -> line.contains("/") && line.contains(".so"))
						.map((line) -> line.substring(line.lastIndexOf('/') + 1))
						.collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	/** Returns what is more than before, and stays for a while. */
	static Remains after(Remains before) throws Exception {
		Remains more = now().since(before);
		for (int i = 0; i < 20 && !(more.threads.isEmpty() && more.files.isEmpty()); i++) {
			Thread.sleep(10);
			more = now().since(before);
		}
		return more;
	}

	/**
	 * Returns threads without their numbers, and those of some libraries; open files if
	 * there is neither.
	 */
	String of(List<String> names) {
		Stream<String> running = this.threads.values()
			.stream()
			.map((name) -> name.replaceAll("[0-9].*", ""))
			.distinct()
			.sorted();
		Stream<String> mapped = names.stream()
			.filter((name) -> this.libraries.stream().anyMatch((each) -> each.contains(name)));
		String found = Stream.concat(running, mapped).collect(Collectors.joining(", "));
		return found.isEmpty() ? String.join(", ", this.files.values()) : found;
	}

	private Remains since(Remains before) {
		this.threads.keySet().removeAll(before.threads.keySet());
		this.files.keySet().removeAll(before.files.keySet());
		this.libraries.removeAll(before.libraries);
		return this;
	}

	private static Map<String, String> each(String folder, Reader reader) throws IOException {
		Map<String, String> found = new TreeMap<>();
		try (Stream<Path> entries = Files.list(PROCESS.resolve(folder))) {
			for (Path entry : entries.toList()) {
				try {
					found.put(entry.getFileName().toString(), reader.read(entry));
				}
				catch (IOException ex) {
					// It is gone.
				}
			}
		}
		return found;
	}

	private interface Reader {

		String read(Path path) throws IOException;

	}

	@Override
	public String toString() {
		return "threads " + this.threads.values() + " files " + this.files.values() + " libraries " + this.libraries;
	}

}
