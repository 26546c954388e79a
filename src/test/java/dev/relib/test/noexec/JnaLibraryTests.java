// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.noexec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.RelibExports;
import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JNA's own library goes to the configured directory, as relib's does: the temporary
 * directory may be unusable. A directory that does not exist stands for one that is
 * read-only, because tests may run as root.
 */
class JnaLibraryTests {

	private static final String NOWHERE = "/proc/nowhere";

	@TempDir
	private Path directory;

	@Test
	void isExtractedToTheConfiguredDirectory() throws Exception {
		Path good = Files.createDirectory(this.directory.resolve("good"));
		ChildJvm.Result child = child().run(Adder.class, library(), good.toString());
		assertThat(child.output()).contains("sum 42", "jna.tmpdir null");
		try (Stream<Path> left = Files.list(good)) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void isWhereTheUserHasSaid() throws Exception {
		Path good = Files.createDirectory(this.directory.resolve("good"));
		ChildJvm.Result child = child().option("-Djna.tmpdir=" + NOWHERE).run(Adder.class, library(), good.toString());
		assertThat(child.output()).contains("JNA temporary directory '" + NOWHERE + "' does not exist")
			.contains("set relib.directory, or the system property jna.tmpdir")
			.doesNotContain("enable-native-access");
	}

	@Test
	void isToldToBeMissingWhereOthersHideIt() throws Exception {
		Path good = Files.createDirectory(this.directory.resolve("good"));
		ChildJvm.Result child = child().option("-Djna.noclasspath=true").run(Adder.class, library(), good.toString());
		assertThat(child.output()).contains("Unable to locate JNA native support library")
			.contains("remove system properties that begin with jna.")
			.doesNotContain("enable-native-access");
	}

	private static ChildJvm child() {
		return new ChildJvm().option("-Djava.io.tmpdir=" + NOWHERE)
			.option("-Duser.home=" + NOWHERE)
			.environment("XDG_CACHE_HOME", NOWHERE);
	}

	private String library() {
		return NativeFixture.in(this.directory)
			.source("adder.c",
					"int add_both(int a, int b);\n"
							+ "__attribute__((visibility(\"default\"))) int add_both(int a, int b) { return a + b; }\n")
			.compile("adder")
			.toString();
	}

	/**
	 * Exports of a plain library.
	 */
	@RelibExports
	public interface Sums {

		int addBoth(int a, int b);

	}

	/**
	 * Adds two numbers with the library and the directory that it is given.
	 */
	static final class Adder {

		private Adder() {
		}

		public static void main(String[] args) {
			try (ModuleRegistry registry = ModuleRegistry.builder().directory(Path.of(args[1])).build()) {
				Sums sums = registry
					.add(new ModuleDefinition("adder", Path.of(args[0]),
							ModuleOptions.builder().kind(ModuleKind.PLAIN).build()))
					.exports(Sums.class);
				System.out.println("sum " + sums.addBoth(20, 22));
				System.out.println("jna.tmpdir " + System.getProperty("jna.tmpdir"));
			}
			catch (RuntimeUnavailableException ex) {
				System.out.println(ex.getMessage());
			}
		}

	}

}
