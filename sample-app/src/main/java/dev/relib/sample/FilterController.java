// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import dev.relib.failure.ModuleClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Lists the filters and applies them to pictures. Each module in {@code application.yml}
 * that exports {@link ImageFilter} is a filter.
 */
@RestController
@RequestMapping("/filters")
class FilterController {

	private final Map<String, ImageFilter> filters;

	private final Jobs jobs;

	private final Resource landscape;

	FilterController(Map<String, ImageFilter> filters, Jobs jobs,
			@Value("classpath:static/landscape.jpg") Resource landscape) {
		this.filters = filters;
		this.jobs = jobs;
		this.landscape = landscape;
	}

	@GetMapping
	List<FilterDescription> list() {
		return this.filters.entrySet().stream().map((entry) -> describe(entry.getKey(), entry.getValue())).toList();
	}

	private static FilterDescription describe(String module, ImageFilter filter) {
		try {
			return new FilterDescription(module, filter.name());
		}
		catch (ModuleClosedException ex) {
			return new FilterDescription(module, null);
		}
	}

	@PostMapping(path = "/{module}", consumes = { MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE },
			produces = MediaType.IMAGE_PNG_VALUE)
	byte[] apply(@PathVariable String module, @RequestParam(required = false) @Nullable String job,
			@RequestBody(required = false) @Nullable InputStreamResource body) throws IOException {
		ImageFilter filter = this.filters.get(module);
		if (filter == null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no filter '" + module + "', only " + String.join(", ", this.filters.keySet()) + ".");
		}
		Picture picture = PictureReader.read((body != null) ? body : this.landscape);
		return this.jobs.run(job, () -> picture.apply(filter)).toPng();
	}

	/**
	 * A filter.
	 *
	 * @param module the name of the filter's module
	 * @param name the filter's display name, {@code null} while the module is not loaded
	 */
	record FilterDescription(String module, @Nullable String name) {

	}

}
