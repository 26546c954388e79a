// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;
import java.util.Map;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * An HTTP client of the workshop. Lazy, because the port is unknown until the server
 * runs.
 */
@Lazy
class WorkshopClient {

	private final String address;

	private final RestTestClient http;

	WorkshopClient(Environment environment) {
		this.address = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
		this.http = RestTestClient.bindToServer().baseUrl(this.address).build();
	}

	String address() {
		return this.address;
	}

	ResponseSpec get(String path) {
		return this.http.get().uri(path).exchange();
	}

	/** Filters the shipped picture. */
	ResponseSpec filter(String filter) {
		return this.http.post().uri("/filters/{filter}", filter).exchange();
	}

	ResponseSpec filter(String filter, MediaType type, byte[] content) {
		return this.http.post().uri("/filters/{filter}", filter).contentType(type).body(content).exchange();
	}

	/** Filters a picture, and asserts success. */
	BufferedImage filter(String filter, BufferedImage picture) {
		return Pictures.read(filter(filter, MediaType.IMAGE_PNG, Pictures.write(picture, "png")).expectStatus()
			.isOk()
			.expectHeader()
			.contentType(MediaType.IMAGE_PNG)
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody());
	}

	ResponseSpec runAction(String module, String action) {
		return this.http.post()
			.uri("/actuator/relib/{module}", module)
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("action", action))
			.exchange();
	}

}
