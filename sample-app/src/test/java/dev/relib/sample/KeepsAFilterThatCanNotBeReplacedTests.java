// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class KeepsAFilterThatCanNotBeReplacedTests {

	@TempDir
	private static Path libraries;

	@Autowired
	private WorkshopClient client;

	@DynamicPropertySource
	static void libraries(DynamicPropertyRegistry properties) {
		Libraries.copyTo(libraries);
		properties.add("workshop.native-directory", libraries::toString);
	}

	@Test
	void keepsAFilterWhoseNewLibraryIsDamaged() throws IOException {
		Path damaged = Files.writeString(libraries.resolve("damaged"), "not a library");
		Files.move(damaged, libraries.resolve("libblur.so"), StandardCopyOption.REPLACE_EXISTING);
		refusesToReload("blur", "libblur.so");
	}

	@Test
	void keepsAFilterWhoseNewLibraryLacksAFunction() {
		Libraries.replace(libraries, "posterize", "RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS",
				"RELIB_CONTRACT_PROGRESS");
		refusesToReload("posterize", "ImageFilter");
	}

	private void refusesToReload(String filter, String reason) {
		this.client.runAction(filter, "reload")
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.message")
			.value(String.class, (message) -> assertThat(message).contains(filter, reason));
		this.client.filter(filter).expectStatus().isOk();
		this.client.get("/actuator/relib/" + filter)
			.expectStatus()
			.isOk()
			.expectBody()
			.json("""
					{"state": "LOADED", "serving": {"generation": 1}, "history": [{"event": "LOAD_FAILED"}, {"event": "LOADED"}]}""");
	}

}
