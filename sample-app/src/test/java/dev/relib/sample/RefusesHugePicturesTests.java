// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class RefusesHugePicturesTests {

	@Autowired
	private WorkshopClient client;

	@ParameterizedTest
	@CsvSource({ "100000, 100000", "2147483647, 2147483647", "65536, 65536", "40000001, 1" })
	void refusesHugeDimensionsByTheHeaderAlone(int width, int height) {
		refuses(header(width, height), width + " x " + height + " pixels, more than 40 million");
	}

	@Test
	void refusesHugeContent() {
		refuses(new byte[(32 << 20) + 1], "more than 32 MB");
	}

	/** Returns the signature and header of a PNG, 33 bytes. */
	private static byte[] header(int width, int height) {
		ByteBuffer png = ByteBuffer.allocate(33);
		png.putLong(0x89504E470D0A1A0AL).putInt(13);
		png.put("IHDR".getBytes()).putInt(width).putInt(height).put(new byte[] { 8, 6, 0, 0, 0 });
		CRC32 crc = new CRC32();
		crc.update(png.array(), 12, 17);
		return png.putInt((int) crc.getValue()).array();
	}

	private void refuses(byte[] content, String reason) {
		this.client.filter("edges", MediaType.IMAGE_PNG, content)
			.expectStatus()
			.isEqualTo(HttpStatus.CONTENT_TOO_LARGE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains(reason));
	}

}
