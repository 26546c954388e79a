// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.failure.UnreadableLibraryException;
import dev.relib.failure.WritableLibraryException;
import dev.relib.fixture.OnOneJdk;
import dev.relib.image.PrivateCopy;
import dev.relib.module.ModuleSource;
import dev.relib.os.OpenFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * A user who can change or replace a library can run code in this process.
 */
@OnOneJdk
class WritableLibraryTests {

	private static final LibraryPolicy POLICY = LibraryPolicy.DEFAULT;

	@TempDir
	private Path directory;

	private Path parent;

	private Path library;

	@BeforeEach
	void create() throws IOException {
		this.directory = this.directory.toRealPath();
		this.library = Policed.library(this.directory.resolve("app/native/libgreeter.so"));
		this.parent = this.library.getParent();
	}

	@Test
	void takesWhatNobodyElseCanChange() {
		Policed.assertTaken(POLICY, this.library);
	}

	@Test
	void refusesAFileThatEverybodyCanWriteTo() throws IOException {
		Policed.chmod(this.library, "rwxr-xrwx");
		WritableLibraryException ex = assertRefused(this.library, this.library);
		assertThat(ex.problem()).startsWith("everybody can write to " + this.library + ", which belongs to ");
		assertThat(ex.fix()).isEqualTo("Run \"chmod o-w " + this.library
				+ "\", or set relib.policy.allow-writable to true to trust whoever can change it.");
	}

	@Test
	void refusesAFileThatItsGroupCanWriteTo() throws IOException {
		String owner = Files.getOwner(this.library).getName();
		assumeThat(owner).as("the user whose group is never his own").isEqualTo("root");
		Policed.chmod(this.library, "rwxrwxr-x");
		WritableLibraryException ex = assertRefused(this.library, this.library);
		assertThat(ex.problem()).startsWith("the group root can write to ");
		assertThat(ex.fix()).startsWith("Run \"chmod g-w " + this.library + "\"");
	}

	@Test
	void refusesAFileOfAnotherUser() throws IOException {
		assumeThat(Files.getOwner(this.library).getName()).as("the user who can give files away").isEqualTo("root");
		Files.setOwner(this.library,
				this.library.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
		assertThat(assertRefused(this.library, this.library).problem())
			.isEqualTo(this.library + " belongs to nobody, neither to the user of this process nor to root");
	}

	@Test
	void refusesADirectoryThatEverybodyCanWriteTo() throws IOException {
		Policed.chmod(this.parent, "rwxrwxrwx");
		WritableLibraryException ex = assertRefused(this.parent, this.library);
		assertThat(ex.fix()).startsWith("Run \"chmod ").contains("o-w " + this.parent);
	}

	@Test
	void refusesADirectoryFurtherUp() throws IOException {
		Policed.chmod(this.parent.getParent(), "rwxr-xrwx");
		assertRefused(this.parent.getParent(), this.library);
		assertRefused(this.parent.getParent(), this.parent.resolve("../native/./libgreeter.so"));
	}

	@Test
	void takesFilesOfItsOwnInDirectoriesLikeTmp() throws Exception {
		assertThat(new ProcessBuilder("chmod", "1777", this.parent.toString()).start().waitFor()).isZero();
		Policed.assertTaken(POLICY, this.library);
	}

	@Test
	void refusesTheDirectoryThatALinkIsIn() throws IOException {
		Path open = Policed.chmod(Files.createDirectory(this.directory.resolve("open")), "rwxr-xrwx");
		assertRefused(open, Files.createSymbolicLink(open.resolve("libgreeter.so"), this.library));
		assertRefused(open, Files.createSymbolicLink(open.resolve("native"), this.parent).resolve("libgreeter.so"));
		Path safe = Files.createSymbolicLink(this.directory.resolve("native"), open.resolve("native"));
		assertRefused(open, safe.resolve("libgreeter.so"));
	}

	@Test
	void refusesTheDirectoryThatALinkLeadsTo() throws IOException {
		Policed.chmod(this.parent, "rwxr-xrwx");
		assertRefused(this.parent, Files.createSymbolicLink(this.directory.resolve("libgreeter.so"), this.library));
	}

	@Test
	void takesWhateverIsAllowed() throws IOException {
		Policed.chmod(this.library, "rwxrwxrwx");
		Policed.chmod(this.parent, "rwxrwxrwx");
		Policed.assertTaken(POLICY.toBuilder().allowWritable(true).build(), this.library);
	}

	@Test
	void trustsWhatIsAboveAnAllowedDirectory() throws IOException {
		LibraryPolicy allowed = POLICY.toBuilder().allowedDirectories(List.of(this.parent)).build();
		Policed.chmod(this.parent.getParent(), "rwxrwxrwx");
		Policed.assertTaken(allowed, this.library);
		Policed.chmod(this.parent, "rwxr-xrwx");
		Policed.assertRefused(WritableLibraryException.class, allowed, this.library);
	}

	@Test
	void trustsNothingBesideTheWayToAnAllowedDirectory() throws IOException {
		LibraryPolicy allowed = POLICY.toBuilder().allowedDirectories(List.of(this.parent)).build();
		Path open = Policed.chmod(Files.createDirectory(this.directory.resolve("open")), "rwxr-xrwx");
		Path link = Files.createSymbolicLink(open.resolve("libgreeter.so"), this.library);
		assertThat(Policed.assertRefused(WritableLibraryException.class, allowed, link).writable()).isEqualTo(open);
		Path folder = Files.createSymbolicLink(open.resolve("native"), this.parent).resolve("libgreeter.so");
		assertThat(Policed.assertRefused(WritableLibraryException.class, allowed, folder).writable()).isEqualTo(open);
	}

	@Test
	void refusesTheDirectoryThatALinkLedToWhenTheFileWasOpened() throws IOException {
		LibraryPolicy allowed = POLICY.toBuilder().allowedDirectories(List.of(this.parent)).build();
		Path open = Policed.library(this.parent.resolve("open/libgreeter.so")).getParent();
		Policed.chmod(open, "rwxr-xrwx");
		Path link = Files.createSymbolicLink(this.directory.resolve("libgreeter.so"), open.resolve("libgreeter.so"));
		ModuleSource source = ModuleSource.of("greeter", link);
		try (OpenFile file = PrivateCopy.open(source, 1 << 30)) {
			Files.delete(link);
			Files.createSymbolicLink(link, this.library);
			assertThatExceptionOfType(WritableLibraryException.class)
				.isThrownBy(() -> new LocationCheck(source, allowed).require(file))
				.satisfies((ex) -> assertThat(ex.writable()).isEqualTo(open));
		}
	}

	@Test
	void takesALibraryThatHasOtherNames() throws IOException {
		Path open = Policed.chmod(Files.createDirectory(this.directory.resolve("open")), "rwxr-xrwx");
		Path other = Files.createLink(open.resolve("libgreeter.so"), this.library);
		Policed.assertTaken(POLICY, this.library);
		assertRefused(open, other);
		Policed.chmod(other, "rwxr-xrwx");
		assertRefused(this.library, this.library);
	}

	@Test
	void takesAPlaceForTheCopyThatOthersCanWriteTo() throws IOException {
		Path open = Policed.chmod(Files.createDirectory(this.directory.resolve("open")), "rwxrwxrwx");
		Policed.assertTaken(POLICY, this.library, open);
	}

	@Test
	void waitsForNoPipe() {
		Path pipe = Policed.pipe(this.parent.resolve("libpipe.so"));
		assertThat(Policed.assertRefused(UnreadableLibraryException.class, POLICY, pipe).problem())
			.isEqualTo("it is not a regular file");
	}

	private static WritableLibraryException assertRefused(Path writable, Path library) {
		WritableLibraryException ex = Policed.assertRefused(WritableLibraryException.class, POLICY, library);
		assertThat(ex.writable()).isEqualTo(writable);
		assertThat(ex.fix()).contains("relib.policy.allow-writable");
		return ex;
	}

}
