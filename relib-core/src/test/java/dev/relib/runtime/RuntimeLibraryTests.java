// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.ModuleRegistry;
import dev.relib.fixture.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

import static org.assertj.core.api.Assertions.assertThat;

class RuntimeLibraryTests {

	@Test
	void saysWhichPlatformItWasNotBuiltFor() {
		ChildJvm.Result result = new ChildJvm().option("-Dos.arch=sparcv9").run(Build.class);
		assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
		assertThat(result.output())
			.contains("RuntimeUnavailableException: relib-core holds no native runtime for linux-sparcv9");
	}

	@Test
	@EnabledForJreRange(minVersion = 24)
	void saysHowToAllowNativeAccess() {
		ChildJvm.Result result = new ChildJvm().withoutNativeAccess()
			.option("--illegal-native-access=deny")
			.run(Build.class);
		assertThat(result.exitCode()).as(result.output()).isEqualTo(1);
		assertThat(result.output()).contains("RuntimeUnavailableException")
			.contains("start it with --enable-native-access=ALL-UNNAMED");
	}

	@Test
	void leavesNoFileOfItself() {
		ChildJvm.Result result = new ChildJvm().run(Build.class);
		assertThat(result.exitCode()).as(result.output()).isZero();
		assertThat(result.output()).contains("librelib_rt.so (deleted)");
	}

	@Test
	void holdsNoPathOfTheMachineThatBuiltIt() throws IOException {
		String project = Path.of("").toAbsolutePath().getParent().toString();
		try (Stream<Path> files = Files.walk(Path.of("target", "classes", "META-INF", "relib", "native"))) {
			List<Path> libraries = files.filter((file) -> file.toString().endsWith(".so")).toList();
			assertThat(libraries).isNotEmpty();
			for (Path library : libraries) {
				String content = new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1);
				assertThat(content.contains(project)).as(library.toString()).isFalse();
			}
		}
	}

	static final class Build {

		public static void main(String[] arguments) throws Exception {
			ModuleRegistry.builder().build().close();
			System.out.println(Files.readString(Path.of("/proc/self/maps")));
		}

	}

}
