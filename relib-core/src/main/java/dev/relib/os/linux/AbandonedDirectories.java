// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories that killed processes have left behind: those whose lock is free.
 */
final class AbandonedDirectories {

	private static final Logger logger = LoggerFactory.getLogger(AbandonedDirectories.class);

	private AbandonedDirectories() {
	}

	/**
	 * Deletes them. Directories of this process are left alone without a look at their
	 * lock: POSIX drops a process's lock as soon as the process closes any descriptor of
	 * the file.
	 * @param files opens directories
	 * @param parent the directory that they are in
	 * @throws IOException if it can not be read
	 */
	static void delete(LinuxFiles files, Path parent) throws IOException {
		try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, LockedDirectory.PREFIX + "*")) {
			for (Path candidate : candidates) {
				if (!candidate.getFileName().toString().startsWith(LockedDirectory.OWN_PREFIX)) {
					deleteIfAbandoned(files, candidate);
				}
			}
		}
	}

	/**
	 * A neighbour may go away at any moment.
	 */
	private static void deleteIfAbandoned(LinuxFiles files, Path candidate) {
		try (FileHandle directory = files.handle(candidate, false)) {
			if (LockedDirectory.isPrivate(directory.access())) {
				deleteIfUnlocked(directory);
			}
		}
		catch (IOException ex) {
			logger.trace("{} is not ours to delete", candidate, ex);
		}
	}

	private static void deleteIfUnlocked(FileHandle directory) throws IOException {
		Path file = directory.link().resolve(LockedDirectory.LOCK);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
				FileLock lock = channel.tryLock()) {
			if (lock != null) {
				LockedDirectory.delete(directory);
			}
		}
	}

}
