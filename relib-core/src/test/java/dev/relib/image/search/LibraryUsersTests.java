// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who uses a library is known from the private copies that are mapped.
 */
class LibraryUsersTests {

	private static final Path LIBRARY = Path.of("/users/libshared.so");

	@Test
	void areForgottenWithTheirCopies() {
		note("1-first.so", "first", mapped());
		note("2-second.so", "second", mapped("1-first.so"));
		note("3-third.so", "third", mapped("2-second.so"));
		assertThat(users("1-first.so", "2-second.so", "3-third.so")).containsExactly("second", "third");
	}

	@Test
	void areKnownWhileTheyAreLoaded() {
		note("4-slow.so", "slow", mapped());
		note("5-other.so", "other", mapped());
		assertThat(users()).isEmpty();
		assertThat(users("4-slow.so", "5-other.so")).containsExactly("other", "slow");
	}

	private static void note(String copy, String module, MappedLibraries mapped) {
		LibraryUsers.note(Path.of("/copies", copy), module, List.of(LIBRARY), mapped);
	}

	private static Set<String> users(String... copies) {
		return LibraryUsers.others("asking", LIBRARY, mapped(copies));
	}

	private static MappedLibraries mapped(String... copies) {
		return new MappedLibraries(
				Set.of(copies).stream().map((copy) -> "/copies/" + copy).collect(Collectors.toSet()));
	}

}
