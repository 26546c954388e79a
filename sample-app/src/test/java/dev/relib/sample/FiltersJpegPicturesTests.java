// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class FiltersJpegPicturesTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void filtersAJpegPicture() {
		byte[] jpeg = Pictures.write(Pictures.opaqueHalves(64, 48), "jpeg");
		BufferedImage edges = Pictures.read(this.client.filter("edges", MediaType.IMAGE_JPEG, jpeg)
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.IMAGE_PNG)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
		assertThat(edges.getRGB(31, 20)).isEqualTo(0xFFFFFFFF);
		assertThat(edges.getRGB(32, 20)).isEqualTo(0xFFFFFFFF);
		assertThat(edges.getRGB(10, 20) & 0xFF).isLessThan(20);
		assertThat(edges.getRGB(50, 20) & 0xFF).isLessThan(20);
	}

}
