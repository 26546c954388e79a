// SPDX-License-Identifier: Apache-2.0
package dev.relib.os;

import java.nio.file.Path;
import java.util.List;

import dev.relib.ModuleRegistry;
import dev.relib.Relib;
import dev.relib.failure.RuntimeUnavailableException;
import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NativeAccessTests {

	@Test
	void isThatOfThisSystem() {
		assertThat(NativeAccess.current().system()).isEqualTo(Platform.current().system());
		assertThat(NativeAccess.current()).isSameAs(NativeAccess.current());
	}

	@Test
	void isTheOneForThePlatform() {
		NativeAccess linux = NativeAccess.current();
		NativeAccess other = new OtherSystem();
		List<NativeAccess> candidates = List.of(linux, other);
		assertThat(Providers.access(new Platform("linux", "riscv64"), candidates)).isSameAs(linux);
		assertThat(Providers.access(new Platform("other", "x86_64"), candidates)).isSameAs(other);
		assertThatExceptionOfType(RuntimeUnavailableException.class)
			.isThrownBy(() -> Providers.access(new Platform("macos", "aarch64"), candidates))
			.withMessage("native modules can be loaded on linux and other only, and this JVM runs on macos-aarch64");
	}

	@ParameterizedTest
	@CsvSource({ "Windows 11, amd64, windows-x86_64", "Mac OS X, aarch64, macos-aarch64" })
	void saysInOneSentenceWhereModulesCanBeLoaded(String name, String machine, String platform) {
		ChildJvm.Result result = on(name, machine).run(Build.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output().strip())
			.isEqualTo("native modules can be loaded on linux only, and this JVM runs on " + platform);
	}

	@Test
	void isNotNeededToInspect(@TempDir Path directory) {
		Path library = NativeFixture.in(directory).source("plain.c", "int answer = 42;").compile("plain");
		ChildJvm.Result result = on("Windows 11", "amd64").run(Inspect.class, library.toString());
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output().strip()).isEqualTo(Platform.current().toString());
	}

	private static ChildJvm on(String name, String machine) {
		return new ChildJvm().option("-Dos.name=" + name).option("-Dos.arch=" + machine);
	}

	static final class Build {

		public static void main(String[] arguments) {
			try {
				ModuleRegistry.builder().build();
			}
			catch (RuntimeUnavailableException ex) {
				System.out.println(ex.getMessage());
			}
		}

	}

	static final class Inspect {

		public static void main(String[] arguments) {
			System.out.println(Relib.inspect(Path.of(arguments[0])).platform());
		}

	}

	private static final class OtherSystem implements NativeAccess {

		@Override
		public String errorText(int error) {
			throw new AssertionError();
		}

		@Override
		public String system() {
			return "other";
		}

		@Override
		public DynamicLoader loader() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Mappings mappings() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Threads threads() {
			throw new UnsupportedOperationException();
		}

		@Override
		public NativeFiles files() {
			throw new UnsupportedOperationException();
		}

		@Override
		public PrivateDirectory createDirectory(Path parent) {
			throw new UnsupportedOperationException();
		}

	}

}
