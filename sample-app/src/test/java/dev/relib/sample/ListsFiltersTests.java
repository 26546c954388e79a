// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WorkshopTest
class ListsFiltersTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void listsFilters() {
		this.client.get("/filters").expectStatus().isOk().expectBody().json("""
				[
					{"module": "blur", "name": "Gaussian blur"},
					{"module": "edges", "name": "Edge detector"},
					{"module": "posterize", "name": "Posterize"}
				]""");
	}

}
