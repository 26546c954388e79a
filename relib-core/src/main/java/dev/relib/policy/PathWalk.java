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
 * What the kernel comes by on its way from the root to a file: directories, and the
 * symbolic links in them. Who can change any of these can change which file is found.
 */
final class PathWalk {

	/** As many as the kernel follows. */
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
	 * Walks to a file.
	 * @param path its path
	 * @return real paths of directories and links, but not the file's, in order
	 * @throws IOException if the walk does not end, or a link can not be read
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

	/** Takes a step, and tells whether it was onto a link. */
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

	/** What comes next, before what was to come. */
	private void push(Path path) {
		Deque<Path> reversed = new ArrayDeque<>();
		path.forEach(reversed::push);
		for (Iterator<Path> names = reversed.iterator(); names.hasNext();) {
			this.ahead.push(names.next());
		}
	}

}
