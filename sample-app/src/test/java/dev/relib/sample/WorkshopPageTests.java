// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@WorkshopTest
class WorkshopPageTests {

	private static final Logger logger = LoggerFactory.getLogger(WorkshopPageTests.class);

	private static final String LEFT_OUT = "LEFT OUT: the page is not tested in a browser, "
			+ "because chromium or chromedriver is not on the PATH";

	/** Returns the width of a picture and its mean colour. */
	private static final String COLOUR_OF = """
			const canvas = document.createElement('canvas');
			canvas.width = canvas.height = 1;
			const context = canvas.getContext('2d');
			const image = document.querySelector(arguments[0]);
			context.drawImage(image, 0, 0, 1, 1);
			return image.complete && [image.naturalWidth, ...context.getImageData(0, 0, 1, 1).data].join(' ');""";

	private static final String NOTE_PROGRESS = """
			window.noted = [];
			new MutationObserver(() => noted.push(document.querySelector('#status').textContent))
				.observe(document.querySelector('#status'), { childList: true });""";

	@TempDir
	private static Path libraries;

	@TempDir
	private Path profile;

	@Autowired
	private WorkshopClient client;

	private Browser browser;

	@DynamicPropertySource
	static void libraries(DynamicPropertyRegistry properties) {
		Libraries.copyTo(libraries);
		properties.add("workshop.native-directory", libraries::toString);
	}

	@BeforeEach
	void open() {
		Optional<Browser> found = Browser.start(this.profile);
		if (found.isEmpty()) {
			logger.warn(LEFT_OUT);
		}
		assumeTrue(found.isPresent(), LEFT_OUT);
		this.browser = found.get();
		this.browser.open(this.client.address());
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void filtersAPictureAndReloadsAModule() {
		eventually(() -> assertThat(this.browser.find("#module-edges .state").getText()).isEqualTo("loaded"));
		String before = colour("#before");
		assertThat(before).startsWith("960 ");
		this.browser.run(NOTE_PROGRESS);
		press("#filters [data-module=edges]");
		String after = seesPicture();
		assertThat(after).startsWith("960 ").isNotEqualTo(before);
		assertThat((List<?>) this.browser.run("return noted")).map(Object::toString)
			.contains("Edge detector: 1 %", "Edge detector: 50 %", "Edge detector: 100 %");

		assertThat(fact("generation")).isEqualTo("1");
		Libraries.replace(libraries, "edges", "= grey;", "= (uint8_t)(255 - grey);");
		press("#module-edges [data-action=reload]");
		eventually(() -> assertThat(fact("generation")).isEqualTo("2"));
		assertThat(outcome()).isEqualTo("Reloaded. Generation 1 unloaded with nothing left behind.");
		press("#filters [data-module=edges]");
		eventually(() -> assertThat(colour("#after")).isNotEqualTo(after));
		this.browser.screenshot("workshop");
	}

	@Test
	void showsWhyAFilterFails() {
		eventually(() -> assertThat(this.browser.find("#module-blur .state").getText()).isEqualTo("loaded"));
		this.client.runAction("blur", "unload").expectStatus().isOk();
		press("#filters [data-module=blur]");
		eventually(() -> assertThat(this.browser.find("#problem").getText()).contains("module 'blur' is unloaded"));
		eventually(() -> assertThat(this.browser.find("#module-blur .state").getText()).isEqualTo("unloaded"));
		this.browser.screenshot("workshop-problem");
		press("#module-blur [data-action=load]");
		eventually(() -> assertThat(this.browser.find("#module-blur .state").getText()).isEqualTo("loaded"));
	}

	@Test
	void filtersAPictureOfTheUsersOwn() throws IOException {
		Path picture = Files.write(this.profile.resolve("own.png"),
				Pictures.write(Pictures.of(30, 20, (x, y) -> 0xFFC86432), "png"));
		this.browser.find("#picture").sendKeys(picture.toString());
		eventually(() -> assertThat(colour("#before")).isEqualTo("30 200 100 50 255"));
		press("#filters [data-module=posterize]");
		assertThat(seesPicture()).isEqualTo("30 255 85 0 255");
	}

	private String seesPicture() {
		eventually(() -> assertThat(this.browser.find("#after").isDisplayed()).isTrue());
		eventually(() -> assertThat(this.browser.find("#status").getText()).contains("done in"));
		return colour("#after");
	}

	private void press(String selector) {
		eventually(() -> this.browser.find(selector).click());
	}

	private String colour(String image) {
		return String.valueOf(this.browser.run(COLOUR_OF, image));
	}

	private String fact(String name) {
		return this.browser.find("#module-edges [data-fact=%s]", name).getText();
	}

	private String outcome() {
		return this.browser.find("#module-edges .outcome").getText();
	}

	private static void eventually(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(assertion);
	}

}
