// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WorkshopTest
class BlursTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void leavesAPictureOfOneColourAsItIs() {
		BufferedImage picture = Pictures.of(61, 47, (x, y) -> 0x80C86432);
		assertThat(Pictures.argb(this.client.filter("blur", picture))).isEqualTo(Pictures.argb(picture));
	}

	@Test
	void keepsTheMean() {
		BufferedImage picture = Pictures.of(120, 90,
				(x, y) -> (x > 40 && x < 80 && y > 30 && y < 60 && (x / 5 + y / 5) % 2 == 0) ? 0xFFFFC820 : 0xFF000000);
		BufferedImage blurred = this.client.filter("blur", picture);
		for (int shift = 0; shift <= 24; shift += 8) {
			assertThat(Pictures.mean(blurred, shift)).isCloseTo(Pictures.mean(picture, shift), within(0.25));
		}
	}

	@Test
	void spreadsAPointAsAGaussianDoes() {
		BufferedImage blurred = this.client.filter("blur",
				Pictures.of(60, 60, (x, y) -> (x / 10 == 2 && y / 10 == 2) ? 0xFFFFFFFF : 0xFF000000));
		for (int x = 15; x < 35; x++) {
			assertThat(blurred.getRGB(x, 24)).as("mirrored").isEqualTo(blurred.getRGB(49 - x, 24));
			assertThat(blurred.getRGB(x, 24)).as("the same across and down").isEqualTo(blurred.getRGB(24, x));
		}
		assertThat(blurred.getRGB(24, 24) & 0xFF).isCloseTo((int) (255 * 0.7887 * 0.7887), within(4));
		assertThat(blurred.getRGB(15, 24) & 0xFF).isStrictlyBetween(0, blurred.getRGB(20, 24) & 0xFF);
	}

	@Test
	void goesOnBeyondAnEdgeAsAtTheEdge() {
		BufferedImage blurred = this.client.filter("blur", Pictures.halves(100, 3));
		assertThat(blurred.getRGB(0, 0)).isEqualTo(0xFF000000);
		assertThat(blurred.getRGB(99, 2)).isEqualTo(0xFFFFFFFF);
		assertThat(blurred.getRGB(50, 1) & 0xFF).isStrictlyBetween(127, 160);
	}

	@Test
	void takesNoColourFromTransparentPixels() {
		BufferedImage blurred = this.client.filter("blur",
				Pictures.of(80, 4, (x, y) -> (x < 40) ? 0xFFFF0000 : 0x0000FF00));
		assertThat(blurred.getRGB(38, 2) & 0xFFFFFF).isEqualTo(0xFF0000);
		assertThat(blurred.getRGB(42, 2) & 0xFFFFFF).isEqualTo(0xFF0000);
		assertThat(blurred.getRGB(42, 2) >>> 24).isStrictlyBetween(32, 127);
	}

}
