// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class PosterizesTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void leavesFourLevelsOfEachColour() {
		BufferedImage picture = this.client.filter("posterize",
				Pictures.of(256, 2, (x, y) -> 0x7F000000 | (x << 16) | ((255 - x) << 8)));
		assertThat(Pictures.argb(picture)).containsOnly(0x7F00FF00, 0x7F55AA00, 0x7FAA5500, 0x7FFF0000);
		assertThat(picture.getRGB(63, 0)).isEqualTo(0x7F00FF00);
		assertThat(picture.getRGB(64, 0)).isEqualTo(0x7F55AA00);
	}

}
