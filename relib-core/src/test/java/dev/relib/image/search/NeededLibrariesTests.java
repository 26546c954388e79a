// SPDX-License-Identifier: Apache-2.0
package dev.relib.image.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import dev.relib.image.LibraryImage;
import dev.relib.module.ModuleSource;
import dev.relib.module.NeededLibrary.Status;
import dev.relib.module.NeededLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@OnOneJdk
class NeededLibrariesTests {

	private static final String VISIBLE = "__attribute__((visibility(\"default\"))) ";

	@TempDir
	private Path directory;

	private Path helper;

	@BeforeEach
	void compileTheHelper() {
		this.helper = helper("one", "");
	}

	@Test
	void findsTheCLibraryWhereTheLoaderHasIt() {
		Path library = NativeFixture.in(this.directory)
			.source("plain.c", "#include <stdlib.h>\n" + VISIBLE + "void *(*p)(size_t) = malloc;")
			.compile("plain");
		List<NeededLibrary> needed = NeededLibraries.of(library, read(library));
		assertThat(needed).anySatisfy((found) -> {
			assertThat(found.name()).isEqualTo("libc.so.6");
			assertThat(found.neededBy()).isEqualTo("libplain.so");
			assertThat(found.status()).isEqualTo(Status.FOUND);
			assertThat(found.path()).exists();
			assertThat(found.missingVersions()).isEmpty();
		});
		assertThat(needed).noneMatch((found) -> found.status() == Status.MISSING);
	}

	@Test
	void namesWhatIsMissing() {
		Path library = user("");
		assertThat(find(library, Map.of(), ""))
			.isEqualTo(new NeededLibrary("libhelper.so", "libuser.so", Status.MISSING, null, List.of()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-Wl,-rpath,DIR,--enable-new-dtags", "-Wl,-rpath,DIR,--disable-new-dtags",
			"-Wl,-rpath,/nowhere:DIR" })
	void looksWhereTheLibrarySays(String option) {
		Path library = user(option.replace("DIR", this.helper.getParent().toString()));
		assertThat(find(library, Map.of(), "")).isEqualTo(found(this.helper));
	}

	@ParameterizedTest
	@ValueSource(strings = { "$ORIGIN/../one", "${ORIGIN}/../one" })
	void looksBesideTheLibrary(String runPath) {
		assertThat(find(user("-Wl,-rpath," + runPath), Map.of(), ""))
			.isEqualTo(found(this.directory.resolve("user/../one/libhelper.so")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:b", "$LIB", "$PLATFORM:${ORIGIN}" })
	void looksBesideALibraryInADirectoryOfAnyName(String name) {
		Path helper = helper(name, "");
		Path library = NativeFixture.in(helper.getParent())
			.source("user.c", "int help(void);\n" + VISIBLE + "int use(void);\nint use(void) { return help(); }")
			.option("-Wl,--no-as-needed")
			.option("-L.")
			.option("-lhelper")
			.option("-Wl,-rpath,$ORIGIN/$LIBRARY:$ORIGIN")
			.compile("user");
		assertThat(find(library, Map.of(), "")).isEqualTo(found(helper));
	}

	@Test
	void looksIntoTheEnvironmentBeforeTheLibrarysOwnDirectories() {
		Path other = helper("two", "");
		String runPath = this.helper.getParent().toString();
		assertThat(find(user("-Wl,-rpath," + runPath), Map.of(), "/nowhere:" + other.getParent()))
			.isEqualTo(found(other));
		assertThat(find(user("-Wl,--disable-new-dtags,-rpath," + runPath), Map.of(), other.getParent().toString()))
			.isEqualTo(found(this.helper));
	}

	@Test
	void looksIntoTheCacheUnlessTheLibraryForbidsIt() {
		Map<String, List<Path>> cache = Map.of("libhelper.so", List.of(Path.of("/nowhere/libhelper.so"), this.helper));
		assertThat(find(user(""), cache, "")).isEqualTo(found(this.helper));
		assertThat(find(user("-Wl,-z,nodefaultlib"), cache, "").status()).isEqualTo(Status.MISSING);
	}

	@Test
	void goesOnPastWhatIsNoLibraryForThisMachine() throws IOException {
		Path text = Files.createDirectory(this.directory.resolve("text"));
		Files.writeString(text.resolve("libhelper.so"), "INPUT(libother.so)");
		Path other = Files.createDirectory(this.directory.resolve("other"));
		byte[] content = Files.readAllBytes(this.helper);
		content[18] = (byte) 243;
		Files.write(other.resolve("libhelper.so"), content);
		String path = text + ":" + other + ":" + this.helper.getParent();
		assertThat(find(user(""), Map.of(), path)).isEqualTo(found(this.helper));
	}

	@Test
	void looksForWhatTheNeededNeed() throws IOException {
		Path middle = NativeFixture.in(this.directory.resolve("middle"))
			.source("middle.c", "int help(void);\n" + VISIBLE + "int mid(void);\nint mid(void) { return help(); }")
			.option("-Wl,--no-as-needed")
			.option(this.helper.toString())
			.option("-Wl,-soname,libmiddle.so")
			.compile("middle");
		Path library = NativeFixture.in(this.directory.resolve("user"))
			.source("user.c", "int mid(void);\n" + VISIBLE + "int use(void);\nint use(void) { return mid(); }")
			.option("-Wl,--no-as-needed")
			.option(middle.toString())
			.option("-Wl,--disable-new-dtags,-rpath," + middle.getParent() + ":" + this.helper.getParent())
			.compile("user");
		List<NeededLibrary> needed = NeededLibraries.of(library, read(library), system(Map.of(), ""));
		assertThat(needed).anySatisfy((found) -> {
			assertThat(found.name()).isEqualTo("libhelper.so");
			assertThat(found.neededBy()).isEqualTo("libmiddle.so");
			assertThat(found.path()).isEqualTo(this.helper);
		});
		Files.delete(this.helper);
		assertThat(NeededLibraries.of(library, read(library), system(Map.of(), "")))
			.anyMatch((found) -> found.name().equals("libhelper.so") && found.status() == Status.MISSING);
	}

	@Test
	void namesVersionsThatAreMissing() throws IOException {
		Path older = helper("older", script("older", "HELPER_1 { global: help; };"));
		Path newer = helper("newer", script("newer", "HELPER_1 { };\nHELPER_2 { global: help; } HELPER_1;"));
		Path library = NativeFixture.in(this.directory.resolve("user"))
			.source("user.c", "int help(void);\n" + VISIBLE + "int use(void);\nint use(void) { return help(); }")
			.option("-Wl,--no-as-needed")
			.option(newer.toString())
			.compile("user");
		assertThat(find(library, Map.of(), newer.getParent().toString()).missingVersions()).isEmpty();
		assertThat(find(library, Map.of(), older.getParent().toString()).missingVersions()).containsExactly("HELPER_2");
	}

	private String script(String name, String text) throws IOException {
		return "-Wl,--version-script=" + Files.writeString(this.directory.resolve(name + ".map"), text);
	}

	private Path helper(String where, String option) {
		NativeFixture fixture = NativeFixture.in(this.directory.resolve(where))
			.source("helper.c", VISIBLE + "int help(void);\nint help(void) { return 1; }")
			.option("-Wl,-soname,libhelper.so");
		return (option.isEmpty() ? fixture : fixture.option(option)).compile("helper");
	}

	private Path user(String option) {
		NativeFixture fixture = NativeFixture.in(this.directory.resolve("user"))
			.source("user.c", "int help(void);\n" + VISIBLE + "int use(void);\nint use(void) { return help(); }")
			.option("-Wl,--no-as-needed")
			.option(this.helper.toString());
		return (option.isEmpty() ? fixture : fixture.option(option)).compile("user");
	}

	private static NeededLibrary found(Path path) {
		return new NeededLibrary("libhelper.so", "libuser.so", Status.FOUND, path, List.of());
	}

	private static NeededLibrary find(Path library, Map<String, List<Path>> cache, String libraryPath) {
		return NeededLibraries.of(library, read(library), system(cache, libraryPath)).get(0);
	}

	private static SystemLibraries system(Map<String, List<Path>> cache, String libraryPath) {
		return SystemLibraries.of(libraryPath, (name) -> cache.getOrDefault(name, List.of()));
	}

	private static LibraryImage read(Path library) {
		return LibraryImage.read(ModuleSource.of("user", library), library);
	}

}
