// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The directories and symbolic links that the kernel passes on its way from the root to a
 * file. Any user who can change one of them can replace the file.
 */
final class PathWalk {

	/** The kernel's own limit. */
	private static final int LINKS = 40;

	private final Deque<Path> ahead = new ArrayDeque<>();

	private final List<Path> passed = new ArrayList<>();

	private Path at;

	private PathWalk(Path path) {
		this.at = path.getRoot();
		this.passed.add(this.at);
		push(path);
	}

	/**
	 * Lists the directories and links on the way to a file.
	 * @param path the file's path
	 * @return their real paths in order, without the file's own
	 * @throws IOException if the links form a loop, or a link cannot be read
	 */
	static List<Path> of(Path path) throws IOException {
		PathWalk walk = new PathWalk(path.toAbsolutePath());
		for (int links = 0; links <= LINKS;) {
			if (walk.ahead.isEmpty()) {
				return walk.passed;
			}
			links += walk.step() ? 1 : 0;
		}
		throw new FileSystemLoopException(path.toString());
	}

	/** Takes one step, and tells whether it followed a link. */
	private boolean step() throws IOException {
		String name = this.ahead.pop().toString();
		if (name.equals(".")) {
			return false;
		}
		if (name.equals("..")) {
			this.at = (this.at.getParent() != null) ? this.at.getParent() : this.at;
			return false;
		}
		Path next = this.at.resolve(name);
		boolean link = Files.isSymbolicLink(next);
		if (link) {
			Path target = Files.readSymbolicLink(next);
			this.at = target.isAbsolute() ? target.getRoot() : this.at;
			push(target);
		}
		else {
			this.at = next;
		}
		if (link || !this.ahead.isEmpty()) {
			this.passed.add(next);
		}
		return link;
	}

	/** Inserts the names of a path before the names ahead. */
	private void push(Path path) {
		Deque<Path> reversed = new ArrayDeque<>();
		path.forEach(reversed::push);
		for (Iterator<Path> names = reversed.iterator(); names.hasNext();) {
			this.ahead.push(names.next());
		}
	}

}
