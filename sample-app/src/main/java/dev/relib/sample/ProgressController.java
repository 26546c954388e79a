// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Streams the progress of a job as server-sent events.
 */
@RestController
class ProgressController {

	private final Jobs jobs;

	ProgressController(Jobs jobs) {
		this.jobs = jobs;
	}

	@GetMapping(path = "/progress/{job}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter watch(@PathVariable String job) {
		return this.jobs.watch(job);
	}

}
