// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class RefusesInvalidPicturesTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void refusesText() {
		refuses("a picture, honestly".getBytes(), "neither a PNG nor a JPEG");
	}

	@Test
	void refusesOtherFormats() {
		refuses(Pictures.write(Pictures.halves(4, 4), "gif"), "neither a PNG nor a JPEG");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg" })
	void refusesAPictureThatEndsInItsHeader(String format) {
		byte[] picture = Pictures.write(Pictures.opaqueHalves(64, 64), format);
		refuses(Arrays.copyOf(picture, 20), "damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg" })
	void neverBreaksOnADamagedPicture(String format) {
		byte[] picture = Pictures.write(Pictures.opaqueHalves(64, 64), format);
		Random random = new Random(1);
		for (int i = 0; i < 300; i++) {
			byte[] damaged = picture.clone();
			for (int changes = random.nextInt(4); changes >= 0; changes--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			this.client.filter("posterize", MediaType.IMAGE_PNG, damaged)
				.expectStatus()
				.value((status) -> assertThat(status).isIn(200, 400, 413));
		}
	}

	@Test
	void refusesOtherTypesOfContent() {
		this.client.filter("edges", MediaType.TEXT_PLAIN, "hello".getBytes())
			.expectStatus()
			.isEqualTo(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private void refuses(byte[] content, String reason) {
		this.client.filter("edges", MediaType.IMAGE_PNG, content)
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains(reason));
	}

}
