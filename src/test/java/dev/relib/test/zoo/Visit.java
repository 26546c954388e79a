// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.relib.fixture.ChildJvm;

/**
 * What a child process has said of a library.
 *
 * @param lines what was said, such as "reload UNLOADED"
 * @param process how the process ended
 */
record Visit(List<String> lines, ChildJvm.Result process) {

	private static final String MARK = "| ";

	private static final String BEGIN = "visit ";

	/** Reads the visits of a process, by name. */
	static Map<String, Visit> of(ChildJvm.Result process) {
		Map<String, Visit> visits = new LinkedHashMap<>();
		List<String> lines = List.of();
		for (String line : process.output().lines().filter((each) -> each.startsWith(MARK)).toList()) {
			String said = line.substring(MARK.length());
			if (said.startsWith(BEGIN)) {
				lines = new ArrayList<>();
				visits.put(said.substring(BEGIN.length()), new Visit(lines, process));
			}
			lines.add(said);
		}
		return visits;
	}

	/** Returns all that was said of one thing. */
	List<String> of(String what) {
		return this.lines.stream()
			.filter((line) -> line.startsWith(what + " "))
			.map((line) -> line.substring(what.length() + 1))
			.toList();
	}

	/** Returns what was said of something that is said once, or how the process ended. */
	String one(String what) {
		return Stream.concat(of(what).stream(), Stream.of("nothing said of " + what + ", the process: " + this.process))
			.findFirst()
			.orElseThrow();
	}

}
