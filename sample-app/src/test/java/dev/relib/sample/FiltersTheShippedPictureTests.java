// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@WorkshopTest
class FiltersTheShippedPictureTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void filtersTheShippedPictureIfThereIsNoOther() throws IOException {
		BufferedImage shipped = ImageIO.read(new ClassPathResource("static/landscape.jpg").getURL());
		BufferedImage blurred = Pictures.read(this.client.filter("blur")
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		assertThat(blurred.getWidth()).isEqualTo(shipped.getWidth());
		assertThat(blurred.getHeight()).isEqualTo(shipped.getHeight());
		assertThat(Pictures.argb(blurred)).isNotEqualTo(Pictures.argb(shipped));
		assertThat(Pictures.mean(blurred, 8)).isCloseTo(Pictures.mean(shipped, 8), within(1.0));
	}

}
