// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WorkshopTest
class ShowsModulesTests {

	@Autowired
	private WorkshopClient client;

	@Test
	void showsAllModules() {
		this.client.get("/actuator/relib").expectStatus().isOk().expectBody().json("""
				{"modules": {
					"blur": {"state": "LOADED", "version": "1.0.0", "callsInFlight": 0},
					"edges": {"state": "LOADED", "version": "1.0.0", "callsInFlight": 0},
					"posterize": {"state": "LOADED", "version": "1.0.0", "callsInFlight": 0}
				}}""");
	}

	@Test
	void showsThatAFilterLeavesNoMemoryBehind() {
		this.client.filter("blur").expectStatus().isOk();
		this.client.get("/actuator/relib/blur").expectStatus().isOk().expectBody().json("""
				{
					"name": "blur",
					"serving": {"callsInFlight": 0, "memory": {"liveCount": 0, "liveBytes": 0}, "threads": []}
				}""");
	}

}
