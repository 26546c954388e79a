package dev.relib.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

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

	static final class Build {

		public static void main(String[] arguments) throws Exception {
			ModuleRegistry.builder().build().close();
			System.out.println(Files.readString(Path.of("/proc/self/maps")));
		}

	}

}
