// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformTests {

	@ParameterizedTest
	@CsvSource({ "Linux,amd64,linux-x86_64,libx.so", "Linux,aarch64,linux-aarch64,libx.so",
			"Mac OS X,aarch64,macos-aarch64,libx.dylib", "Windows 11,amd64,windows-x86_64,x.dll" })
	void namesWhatTheJvmRunsOn(String osName, String osArch, String platform, String library) {
		assertThat(Platform.of(osName, osArch)).hasToString(platform);
		assertThat(Platform.of(osName, osArch).libraryFileName("x")).isEqualTo(library);
	}

}
