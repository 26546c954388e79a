package dev.relib.os;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
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

class FileAccessTests {

	private static final int NOBODY = 65534;

	@TempDir
	private Path directory;

	@Test
	void belongsToTheUserOfTheProcessOrRoot() throws IOException {
		assertThat(FileAccess.ofLink(this.directory).isOurs()).isTrue();
		assertThat(FileAccess.ofLink(Path.of("/")).isOurs()).isTrue();
		assertThat(file(0100644, NOBODY, "nobody", "nogroup").isOurs()).isFalse();
	}

	@Test
	void tellsWhoCanWrite() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		Files.setPosixFilePermissions(file, permissions("rwxr-xr-x"));
		assertThat(FileAccess.ofLink(file).isWritableByAll()).isFalse();
		assertThat(FileAccess.ofLink(file).isWritableByGroup()).isFalse();
		Files.setPosixFilePermissions(file, permissions("rwxr-xrwx"));
		assertThat(FileAccess.ofLink(file).isWritableByAll()).isTrue();
		assertThat(FileAccess.ofLink(file).isWritableByGroup()).isFalse();
	}

	@Test
	void knowsTheGroupThatIsAUsersOwn() {
		assertThat(file(0100664, 1000, "ada", "users").isWritableByGroup()).isTrue();
		assertThat(file(0100664, 1000, "ada", "ada").isWritableByGroup()).isFalse();
		assertThat(file(0100664, 0, "root", "root").isWritableByGroup()).isTrue();
		assertThat(new FileAccess(0100664, 1000, "ada", "ada", List.of(), true).isWritableByGroup()).isTrue();
	}

	@Test
	void knowsAGroupOfAServiceThatOthersAreIn() {
		assertThat(shared(List.of("ada")).isWritableByGroup()).isFalse();
		assertThat(shared(List.of("ada", "deploy")).isWritableByGroup()).isTrue();
		assertThat(shared(List.of("deploy")).isWritableByGroup()).isTrue();
	}

	@Test
	void asksTheSystemForTheMembersOfAGroup() throws IOException {
		for (String line : Files.readAllLines(Path.of("/etc/group"))) {
			String[] fields = line.split(":", -1);
			List<String> members = Arrays.stream(fields[3].split(",")).filter((name) -> !name.isEmpty()).toList();
			assertThat(GroupMembers.of(Integer.parseInt(fields[2]))).as(line).containsAll(members);
		}
		assertThat(GroupMembers.of(2_000_000_011)).isEmpty();
	}

	@Test
	void knowsAccessControlLists() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThat(FileAccess.ofLink(file).accessList()).isFalse();
		assumeThat(letWrite(file, NOBODY)).as("whether the file system has access control lists").isTrue();
		assertThat(FileAccess.ofLink(file).accessList()).isTrue();
		assertThat(FileAccess.ofLink(file).isWritableByGroup()).isTrue();
	}

	@Test
	void looksAtLinksThemselves() throws IOException {
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.directory);
		FileAccess access = FileAccess.ofLink(link);
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

	static Set<PosixFilePermission> permissions(String permissions) {
		return PosixFilePermissions.fromString(permissions);
	}

	private static FileAccess file(int mode, int uid, String owner, String group) {
		return new FileAccess(mode, uid, owner, group, List.of(), false);
	}

	private static FileAccess shared(List<String> members) {
		return new FileAccess(0100664, 1000, "ada", "ada", members, false);
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

}
