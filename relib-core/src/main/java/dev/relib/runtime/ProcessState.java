// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.relib.module.ProcessChange.During;
import dev.relib.module.ProcessChange;
import dev.relib.os.NativeMemory;
import org.jspecify.annotations.Nullable;

/**
 * What the process and the calling thread have that modules may change. It has to be
 * closed by the thread that has noted it.
 */
public final class ProcessState implements AutoCloseable {

	private static final String ENVIRONMENT = "environment variable ";

	private static final String SIGNAL = "signal ";

	/** What a signal does that is not listed. */
	private static final String DEFAULT = "default";

	private static final String UNSET = "not set";

	private static final String SET = "set";

	private final RuntimeLibrary library;

	private final long text;

	ProcessState(RuntimeLibrary library) {
		this.library = library;
		this.text = library.function("relib_rt_process_state").call();
	}

	/**
	 * Compares it with the state now.
	 * @param during which code has run since
	 * @return the changes; none if memory is short
	 */
	public List<ProcessChange> changes(During during) {
		try (ProcessState now = new ProcessState(this.library)) {
			boolean same = (int) this.library.function("relib_rt_same_state").call(this.text, now.text) != 0;
			return same ? List.of() : changes(during, this.values(), now.values());
		}
	}

	private static List<ProcessChange> changes(During during, Map<String, String> before, Map<String, String> after) {
		Set<String> subjects = new LinkedHashSet<>(before.keySet());
		subjects.addAll(after.keySet());
		List<ProcessChange> changes = new ArrayList<>();
		for (String subject : subjects) {
			String unnamed = subject.startsWith(SIGNAL) ? DEFAULT : null;
			String old = before.getOrDefault(subject, unnamed);
			String now = after.getOrDefault(subject, unnamed);
			if (!Objects.equals(old, now)) {
				changes.add(subject.startsWith(ENVIRONMENT) ? ofVariable(during, subject, old, now)
						: new ProcessChange(during, subject, old, now));
			}
		}
		return changes;
	}

	private static ProcessChange ofVariable(During during, String subject, @Nullable String before,
			@Nullable String after) {
		return (before != null && after != null) ? new ProcessChange(during, subject, null, null)
				: new ProcessChange(during, subject, (before != null) ? SET : UNSET, (after != null) ? SET : UNSET);
	}

	private Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		int size = (int) this.library.function("relib_rt_state_size").call(this.text);
		new String(NativeMemory.bytesAt(this.text, size), StandardCharsets.UTF_8).lines().forEach((line) -> {
			int tab = line.indexOf('\t');
			if (tab > 0) {
				values.put(line.substring(0, tab), line.substring(tab + 1).stripTrailing());
			}
		});
		return values;
	}

	@Override
	public void close() {
		this.library.function("relib_rt_free_state").call(this.text);
	}

}
