// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jni;

import java.nio.file.Path;

import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;

/**
 * Makes linkers over the librelib_rt of this build.
 */
final class JniLinkers {

	private JniLinkers() {
	}

	static JniLinker create() {
		try (PrivateDirectory directory = RuntimeLibrary
			.createDirectory(Path.of(System.getProperty("java.io.tmpdir")))) {
			return new JniLinker(RuntimeLibrary.natives(directory));
		}
	}

}
