// SPDX-License-Identifier: Apache-2.0
package dev.relib.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.relib.LibraryPolicy;
import dev.relib.failure.ForbiddenLocationException;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class AllowedDirectoriesTests {

	@TempDir
	private Path directory;

	private Path allowed;

	private Path outside;

	private LibraryPolicy policy;

	@BeforeEach
	void allow() throws IOException {
		this.directory = this.directory.toRealPath();
		this.allowed = Files.createDirectory(this.directory.resolve("native"));
		this.outside = Policed.library(this.directory.resolve("native-not/libgreeter.so"));
		this.policy = LibraryPolicy.builder().allowedDirectories(List.of(Path.of("/nowhere"), this.allowed)).build();
	}

	@Test
	void takesWhatIsInOrBelowThem() throws IOException {
		Policed.assertTaken(this.policy, Policed.library(this.allowed.resolve("libgreeter.so")));
		Policed.assertTaken(this.policy, Policed.library(this.allowed.resolve("more/and more/libgreeter.so")));
	}

	@Test
	void refusesWhatIsOutside() {
		ForbiddenLocationException ex = Policed.assertRefused(ForbiddenLocationException.class, this.policy,
				this.outside);
		assertThat(ex.directory()).isEqualTo(this.outside.getParent());
		assertThat(ex.problem()).isEqualTo("its real directory is " + this.outside.getParent()
				+ ", and libraries are allowed in " + "/nowhere (which does not exist), " + this.allowed + " only");
		assertThat(ex.fix()).contains("relib.policy.allowed-directories");
	}

	@Test
	void refusesPathsThatLeadOut() {
		Policed.assertRefused(ForbiddenLocationException.class, this.policy,
				this.allowed.resolve("../native-not/libgreeter.so"));
	}

	@Test
	void refusesLinksThatLeadOut() throws IOException {
		Path file = Files.createSymbolicLink(this.allowed.resolve("libgreeter.so"), this.outside);
		Path folder = Files.createSymbolicLink(this.allowed.resolve("more"), this.outside.getParent());
		Policed.assertRefused(ForbiddenLocationException.class, this.policy, file);
		Policed.assertRefused(ForbiddenLocationException.class, this.policy, folder.resolve("libgreeter.so"));
	}

	@Test
	void takesLinksThatLeadIn() throws IOException {
		Path library = Policed.library(this.allowed.resolve("libgreeter.so.1"));
		Policed.assertTaken(this.policy,
				Files.createSymbolicLink(this.allowed.resolve("libgreeter.so"), library.getFileName()));
		Policed.assertTaken(this.policy, Files.createSymbolicLink(this.directory.resolve("libgreeter.so"), library));
	}

	@Test
	void mayBeLinksThemselves() throws IOException {
		Path current = Files.createSymbolicLink(this.directory.resolve("current"), this.allowed);
		Path library = Policed.library(this.allowed.resolve("libgreeter.so"));
		LibraryPolicy linked = this.policy.toBuilder().allowedDirectories(List.of(current)).build();
		Policed.assertTaken(linked, library);
		Policed.assertTaken(linked, current.resolve("libgreeter.so"));
		Policed.assertRefused(ForbiddenLocationException.class, linked, this.outside);
	}

	@Test
	void allowNothingWhenTheyDoNotExist() {
		Policed.assertRefused(ForbiddenLocationException.class,
				this.policy.toBuilder().allowedDirectories(List.of(Path.of("/nowhere"))).build(), this.outside);
	}

}
