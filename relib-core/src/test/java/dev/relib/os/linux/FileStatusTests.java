// SPDX-License-Identifier: Apache-2.0
package dev.relib.os.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class FileStatusTests {

	private static final int NOBODY = 65534;

	private static final Libc LIBC = new JnaLibc();

	private static final Accounts ACCOUNTS = new LibcAccounts(LIBC);

	@TempDir
	private Path directory;

	@Test
	void belongsToTheUserOfTheProcessOrRoot() throws IOException {
		assertThat(status(this.directory).isOurs()).isTrue();
		assertThat(status(Path.of("/")).isOurs()).isTrue();
		assertThat(file(0100644, NOBODY, "nobody", "nogroup").isOurs()).isFalse();
	}

	@Test
	void tellsWhoCanWrite() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		Files.setPosixFilePermissions(file, permissions("rwxr-xr-x"));
		assertThat(status(file).isWritableByAll()).isFalse();
		assertThat(status(file).isWritableByGroup()).isFalse();
		Files.setPosixFilePermissions(file, permissions("rwxr-xrwx"));
		assertThat(status(file).isWritableByAll()).isTrue();
		assertThat(status(file).isWritableByGroup()).isFalse();
	}

	@Test
	void knowsTheGroupThatIsAUsersOwn() throws IOException {
		assertThat(file(0100664, 1000, "ada", "users").isWritableByGroup()).isTrue();
		assertThat(file(0100664, 1000, "ada", "ada").isWritableByGroup()).isFalse();
		assertThat(file(0100664, 0, "root", "root").isWritableByGroup()).isTrue();
		assertThat(new FileStatus(0100664, 1000, 1000, true, 1, new Known("ada", "ada", List.of())).isWritableByGroup())
			.isTrue();
	}

	@Test
	void knowsAGroupOfAServiceThatOthersAreIn() throws IOException {
		assertThat(shared(List.of("ada")).isWritableByGroup()).isFalse();
		assertThat(shared(List.of("ada", "deploy")).isWritableByGroup()).isTrue();
		assertThat(shared(List.of("deploy")).isWritableByGroup()).isTrue();
	}

	@Test
	void asksTheSystemForTheMembersOfAGroup() throws IOException {
		for (String line : Files.readAllLines(Path.of("/etc/group"))) {
			String[] fields = line.split(":", -1);
			List<String> members = Arrays.stream(fields[3].split(",")).filter((name) -> !name.isEmpty()).toList();
			assertThat(ACCOUNTS.members(Integer.parseInt(fields[2]))).as(line).containsAll(members);
		}
		assertThat(ACCOUNTS.members(2_000_000_011)).isEmpty();
	}

	@Test
	void asksTheSystemForNames() throws IOException {
		FileStatus status = status(this.directory);
		assertThat(status.owner()).isEqualTo(Files.getOwner(this.directory).getName());
		assertThat(status.group()).isEqualTo(Files.getAttribute(this.directory, "unix:group").toString());
		assertThat(ACCOUNTS.userName(0)).isEqualTo("root");
		assertThat(ACCOUNTS.userName(2_000_000_011)).isEqualTo("2000000011");
		assertThat(ACCOUNTS.groupName(2_000_000_011)).isEqualTo("2000000011");
	}

	/** The name service may be a server far away. */
	@Test
	void asksForNoNameUnlessTheGroupCanWrite() throws IOException {
		Accounts silent = new Accounts() {

			@Override
			public int effectiveUser() {
				return 1000;
			}

			@Override
			public String userName(int user) {
				throw new AssertionError("asked for the user");
			}

			@Override
			public String groupName(int group) {
				throw new AssertionError("asked for the group");
			}

			@Override
			public List<String> members(int group) {
				throw new AssertionError("asked for the members");
			}

		};
		FileStatus file = new FileStatus(0100755, 1000, 1000, false, 1, silent);
		assertThat(file.isOurs()).isTrue();
		assertThat(file.isWritableByAll()).isFalse();
		assertThat(file.isWritableByGroup()).isFalse();
		assertThat(new FileStatus(0100775, 0, 0, false, 1, silent).isWritableByGroup()).isTrue();
	}

	@Test
	void knowsAccessControlLists() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThat(status(file).accessList()).isFalse();
		assumeThat(letWrite(file, NOBODY)).as("whether the file system has access control lists").isTrue();
		assertThat(status(file).accessList()).isTrue();
		assertThat(status(file).isWritableByGroup()).isTrue();
	}

	@Test
	void looksAtLinksThemselves() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.directory);
		FileStatus access = status(link);
		assertThat(access.isSymbolicLink()).isTrue();
		assertThat(access.isDirectory()).isFalse();
		assertThat(access.isWritableByAll()).isFalse();
		assertThat(access.isWritableByGroup()).isFalse();
	}

	@Test
	void knowsDirectoriesLikeTmp() {
		assertThat(file(0041777, 0, "root", "root").isSticky()).isTrue();
		assertThat(file(0040777, 0, "root", "root").isSticky()).isFalse();
		assertThat(file(0101777, 0, "root", "root").isSticky()).isFalse();
	}

	private static FileStatus status(Path path) throws IOException {
		return new LinuxFiles(LIBC).status(path, LinkOption.NOFOLLOW_LINKS);
	}

	static Set<PosixFilePermission> permissions(String permissions) {
		return PosixFilePermissions.fromString(permissions);
	}

	private static FileStatus file(int mode, int uid, String owner, String group) {
		return new FileStatus(mode, uid, 1000, false, 1, new Known(owner, group, List.of()));
	}

	private static FileStatus shared(List<String> members) {
		return new FileStatus(0100664, 1000, 1000, false, 1, new Known("ada", "ada", members));
	}

	/** What {@code setfacl -m u:…:rw} does. */
	private static boolean letWrite(Path file, int user) {
		ByteBuffer list = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN).putInt(2);
		entry(list, 0x01, 6, -1);
		entry(list, 0x02, 6, user);
		entry(list, 0x04, 4, -1);
		entry(list, 0x10, 6, -1);
		entry(list, 0x20, 4, -1);
		Function setxattr = NativeLibrary.getProcess().getFunction("setxattr");
		return setxattr.invokeInt(new Object[] { file.toString(), "system.posix_acl_access", list.array(),
				(long) list.capacity(), 0 }) == 0;
	}

	private static void entry(ByteBuffer list, int tag, int permissions, int id) {
		list.putShort((short) tag).putShort((short) permissions).putInt(id);
	}

	/**
	 * A system with one user and one group.
	 */
	private record Known(String user, String group, List<String> members) implements Accounts {

		@Override
		public int effectiveUser() {
			return ACCOUNTS.effectiveUser();
		}

		@Override
		public String userName(int id) {
			return this.user;
		}

		@Override
		public String groupName(int id) {
			return this.group;
		}

		@Override
		public List<String> members(int id) {
			return this.members;
		}

	}

}
