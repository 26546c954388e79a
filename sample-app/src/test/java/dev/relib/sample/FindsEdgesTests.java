// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class FindsEdgesTests {

	private static final int BLACK = 0xFF000000;

	private static final int WHITE = 0xFFFFFFFF;

	@Autowired
	private WorkshopClient client;

	@Test
	void drawsALineWhereBlackMeetsWhite() {
		BufferedImage edges = this.client.filter("edges", Pictures.halves(40, 30));
		assertThat(Pictures.argb(edges)).isEqualTo(Pictures.argb(Pictures.of(40, 30, //
				(x, y) -> (x == 19 || x == 20) ? WHITE : BLACK)));
	}

	@Test
	void drawsALineOfTheSameStrengthAcross() {
		BufferedImage upright = this.client.filter("edges",
				Pictures.of(30, 30, (x, y) -> (x < 15) ? BLACK : 0xFF202020));
		BufferedImage level = this.client.filter("edges", Pictures.of(30, 30, (x, y) -> (y < 15) ? BLACK : 0xFF202020));
		assertThat(upright.getRGB(15, 7)).isEqualTo(0xFF808080);
		assertThat(level.getRGB(7, 15)).isEqualTo(0xFF808080);
	}

	@Test
	void weighsColoursByTheirLuminance() {
		BufferedImage green = this.client.filter("edges", Pictures.of(8, 8, (x, y) -> (x < 4) ? BLACK : 0xFF002000));
		BufferedImage blue = this.client.filter("edges", Pictures.of(8, 8, (x, y) -> (x < 4) ? BLACK : 0xFF000020));
		assertThat(green.getRGB(4, 4) & 0xFF).isGreaterThan(8 * (blue.getRGB(4, 4) & 0xFF));
	}

	@Test
	void findsNothingInAPictureOfOneColourAndKeepsItsAlpha() {
		BufferedImage edges = this.client.filter("edges", Pictures.of(7, 5, (x, y) -> 0x40C08020));
		assertThat(Pictures.argb(edges)).containsOnly(0x40000000);
	}

	@Test
	void takesAPictureOfOnePixel() {
		BufferedImage edges = this.client.filter("edges", Pictures.of(1, 1, (x, y) -> WHITE));
		assertThat(Pictures.argb(edges)).containsExactly(BLACK);
	}

}
