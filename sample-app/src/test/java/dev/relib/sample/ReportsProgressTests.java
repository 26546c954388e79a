// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
@Timeout(60)
class ReportsProgressTests {

	private static final HttpClient http = HttpClient.newHttpClient();

	@Autowired
	private WorkshopClient client;

	@Test
	void reportsEveryPercentToTheWatcherOfTheJob() throws Exception {
		HttpResponse<Stream<String>> first = http.send(watch("first"), BodyHandlers.ofLines());
		HttpResponse<Stream<String>> second = http.send(watch("second"), BodyHandlers.ofLines());
		CompletableFuture<?> edges = http.sendAsync(filter("edges", "first"), BodyHandlers.discarding());
		CompletableFuture<?> blur = http.sendAsync(filter("blur", "second"), BodyHandlers.discarding());
		List<Integer> everyPercent = IntStream.rangeClosed(0, 100).boxed().toList();
		assertThat(percentages(first)).isEqualTo(everyPercent);
		assertThat(percentages(second)).isEqualTo(everyPercent);
		CompletableFuture.allOf(edges, blur).join();
	}

	@Test
	void endsTheStreamOfAJobThatFails() throws Exception {
		HttpResponse<Stream<String>> events = http.send(watch("failing"), BodyHandlers.ofLines());
		this.client.runAction("posterize", "unload").expectStatus().isOk();
		HttpResponse<?> response = http.send(filter("posterize", "failing"), BodyHandlers.discarding());
		this.client.runAction("posterize", "load").expectStatus().isOk();
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(percentages(events)).containsExactly(0);
	}

	@Test
	void endsAnEarlierStreamOfTheSameJob() throws Exception {
		HttpResponse<Stream<String>> earlier = http.send(watch("shared"), BodyHandlers.ofLines());
		HttpResponse<Stream<String>> later = http.send(watch("shared"), BodyHandlers.ofLines());
		assertThat(percentages(earlier)).containsExactly(0);
		http.send(filter("edges", "shared"), BodyHandlers.discarding());
		assertThat(percentages(later)).hasSize(101);
	}

	@Test
	void filtersAlthoughTheWatcherHasGone() throws IOException, InterruptedException {
		HttpResponse<InputStream> events = http.send(watch("abandoned"), BodyHandlers.ofInputStream());
		events.body().close();
		for (int i = 0; i < 3; i++) {
			HttpResponse<?> response = http.send(filter("edges", "abandoned"), BodyHandlers.discarding());
			assertThat(response.statusCode()).isEqualTo(200);
		}
	}

	private HttpRequest watch(String job) {
		return HttpRequest.newBuilder(URI.create(this.client.address() + "/progress/" + job)).build();
	}

	private HttpRequest filter(String filter, String job) {
		return HttpRequest.newBuilder(URI.create(this.client.address() + "/filters/" + filter + "?job=" + job))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
	}

	private static List<Integer> percentages(HttpResponse<Stream<String>> events) {
		return events.body()
			.filter((line) -> line.startsWith("data:"))
			.map((line) -> Integer.valueOf(line.substring("data:".length())))
			.toList();
	}

}
