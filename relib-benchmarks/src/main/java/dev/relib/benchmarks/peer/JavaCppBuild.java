// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.relib.fixture.NativeFixture;
import org.bytedeco.javacpp.tools.Builder;

/**
 * Has JavaCPP write C++ for {@link JavaCppCalls}, and compiles that.
 */
final class JavaCppBuild {

	private JavaCppBuild() {
	}

	static void run() {
		Path module = Libraries.module();
		Path directory = module.resolveSibling("javacpp");
		NativeFixture.in(directory).header(Libraries.class, "javacpp.h");
		String link = module.getParent().toString();
		System.setProperty("org.bytedeco.javacpp.platform.linkpath", directory.toString());
		System.setProperty("org.bytedeco.javacpp.logger.debug", "false");
		try {
			Files.createDirectories(directory);
			Builder.main(new String[] { "-d", directory.toString(), "-classpath", System.getProperty("java.class.path"),
					"-Xcompiler", "-I" + directory, "-Xcompiler", "-L" + link, "-Xcompiler", "-Wl,-rpath," + link,
					"-Xcompiler", "-lwork", "-Xcompiler", "-lraw", JavaCppCalls.class.getName() });
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("JavaCPP", ex);
		}
	}

}
