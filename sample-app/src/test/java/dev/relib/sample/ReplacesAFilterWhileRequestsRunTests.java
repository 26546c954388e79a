// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@WorkshopTest
class ReplacesAFilterWhileRequestsRunTests {

	private static final int CLIENTS = 3;

	private static final int RELOADS = 2;

	private static final int WHITE_ON_BLACK = 0xFF000000;

	private static final int BLACK_ON_WHITE = 0xFFFFFFFF;

	@TempDir
	private static Path libraries;

	@Autowired
	private WorkshopClient client;

	@DynamicPropertySource
	static void libraries(DynamicPropertyRegistry properties) {
		Libraries.copyTo(libraries);
		properties.add("workshop.native-directory", libraries::toString);
	}

	@Test
	void replacesAFilterWhileRequestsRun() throws Exception {
		AtomicBoolean enough = new AtomicBoolean();
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		try {
			List<Future<Integer>> requests = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				requests.add(clients.submit(() -> filterUntil(enough)));
			}
			try {
				for (int i = 1; i <= RELOADS; i++) {
					reload(i);
				}
			}
			finally {
				enough.set(true);
			}
			for (Future<Integer> request : requests) {
				assertThat(request.get(30, TimeUnit.SECONDS)).isGreaterThan(RELOADS);
			}
		}
		finally {
			clients.shutdownNow();
		}
	}

	private void reload(int times) {
		boolean inverted = times % 2 == 1;
		Libraries.replace(libraries, "edges", "= grey;", inverted ? "= (uint8_t)(255 - grey);" : "= grey;");
		assertThat(background()).as("before the reload").isEqualTo(inverted ? WHITE_ON_BLACK : BLACK_ON_WHITE);
		this.client.runAction("edges", "reload")
			.expectStatus()
			.isOk()
			.expectBody()
			.json("""
					{"done": true, "unload": {"generation": %d, "outcome": "UNLOADED", "leaks": {"count": 0}}}"""
				.formatted(times));
		assertThat(background()).as("after the reload").isEqualTo(inverted ? BLACK_ON_WHITE : WHITE_ON_BLACK);
	}

	private int filterUntil(AtomicBoolean enough) {
		int filtered = 0;
		while (!enough.get()) {
			assertThat(background()).isIn(WHITE_ON_BLACK, BLACK_ON_WHITE);
			filtered++;
		}
		return filtered;
	}

	private int background() {
		BufferedImage edges = this.client.filter("edges", Pictures.halves(400, 300));
		int background = edges.getRGB(0, 0);
		assertThat(edges.getRGB(399, 299)).as("one generation draws the whole picture").isEqualTo(background);
		assertThat(edges.getRGB(200, 150)).isEqualTo(background ^ 0xFFFFFF);
		return background;
	}

}
