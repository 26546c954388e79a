// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;

import javax.annotation.processing.Processor;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessorIsFoundTests {

	@Test
	void byCompilers() {
		assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(RelibProcessor.class);
	}

	@Test
	void withItsOptions() {
		assertThat(new RelibProcessor().getSupportedOptions()).containsExactlyInAnyOrder("relib.languages",
				"relib.facades");
	}

	@Test
	void byGradleAsIsolating() throws IOException {
		try (var in = RelibProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
			assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
				.isEqualTo(RelibProcessor.class.getName() + ",isolating\n");
		}
	}

}
