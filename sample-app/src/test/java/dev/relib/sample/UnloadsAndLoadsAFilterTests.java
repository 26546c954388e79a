// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class UnloadsAndLoadsAFilterTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void refusesWorkForAFilterThatIsUnloaded() {
		this.client.runAction("edges", "unload").expectStatus().isOk().expectBody().json("""
				{"done": true, "state": "UNLOADED", "unload": {"outcome": "UNLOADED", "leaks": {"count": 0}}}""");
		this.client.filter("edges")
			.expectStatus()
			.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("module 'edges' is unloaded"));
		this.client.get("/filters")
			.expectStatus()
			.isOk()
			.expectBody()
			.json("""
					[{"module": "blur", "name": "Gaussian blur"}, {"module": "edges", "name": null}, {"module": "posterize"}]""");
		this.client.runAction("edges", "load").expectStatus().isOk();
		this.client.filter("edges").expectStatus().isOk();
	}

}
