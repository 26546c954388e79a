// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.classloaders;

import java.nio.file.Path;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deployments of the host in one JVM, one after the other, as a servlet container does
 * it: the last one's modules unload like those of the first, and nothing keeps the
 * classes of one that is closed.
 */
class ClassLoadersTests {

	private static final String UNLOADED = "sum 15, threads 1, UNLOADED";

	private Path library;

	@BeforeEach
	void compile(@TempDir Path directory) {
		this.library = NativeFixture.in(directory)
			.kit()
			.bindings("deployed_counter", "deployed_host")
			.source(ClassLoadersTests.class, "classloaders.c")
			.compile("counter");
	}

	@ParameterizedTest
	@CsvSource({ "host, 10", "interfaces, 5", "version, 3" })
	void leaveNothingBehind(String own, int deployments) {
		ChildJvm.Result child = new ChildJvm().option("-XX:SoftRefLRUPolicyMSPerMB=0")
			.run(Deployments.class, this.library.toString(), "" + deployments, own);
		assertThat(child.output().lines().filter((line) -> line.startsWith(UNLOADED))).as(child.output())
			.hasSize(deployments);
		assertThat(child.output()).contains("class loaders that stay: 0");
		assertThat(child.exitCode()).isZero();
	}

}
