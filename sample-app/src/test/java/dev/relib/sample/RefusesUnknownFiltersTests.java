// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class RefusesUnknownFiltersTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void refusesAnUnknownFilterAndNamesTheKnown() {
		this.client.filter("sepia")
			.expectStatus()
			.isNotFound()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains("'sepia'", "blur", "edges", "posterize"));
	}

}
