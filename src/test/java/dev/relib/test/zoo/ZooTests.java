// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.relib.fixture.ChildJvm;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Libraries that were never told of it are used, reloaded, left dirty and unloaded. Each
 * goes, or stays for a reason that the report says; and Java works as before.
 */
@OnOneJdk
class ZooTests {

	/** More in one process save time; fewer say more precisely which one ended it. */
	private static final int TOGETHER = 12;

	/** Of those that leave something: what one leaves may disturb the next. */
	private static final int TOGETHER_IF_LEFT = 4;

	/** {@code .ci/run} installs the libraries, and says how many it expects. */
	private static final String AT_LEAST = "RELIB_ZOO_AT_LEAST";

	private static final Map<String, Visit> VISITS = new LinkedHashMap<>();

	@BeforeAll
	static void visit(@TempDir Path directory) {
		Enclosure enclosure = new Enclosure(directory);
		List<String> quiet = new ArrayList<>();
		List<String> lasting = new ArrayList<>();
		for (Species species : Species.all()) {
			if (enclosure.canHouse(species)) {
				Path file = enclosure.house(species);
				String files = species.isGo() ? file.getFileName().toString() : String.join(" ", species.files());
				(species.stays().isEmpty() ? quiet : lasting)
					.add(String.join("=", species.name(), species.form().name(), file.toString(), files));
			}
		}
		visit(quiet, TOGETHER);
		visit(lasting, TOGETHER_IF_LEFT);
	}

	private static void visit(List<String> arguments, int together) {
		for (int i = 0; i < arguments.size(); i += together) {
			List<String> some = arguments.subList(i, Math.min(arguments.size(), i + together));
			VISITS.putAll(Visit.of(new ChildJvm().option("-XX:+UseSerialGC")
				.option("-XX:ErrorFile=/dev/stdout")
				.environment("OPENBLAS_NUM_THREADS", "3")
				.run(Visits.class, some.toArray(String[]::new))));
		}
	}

	static Stream<Species> species() {
		return Species.all().stream();
	}

	@ParameterizedTest
	@MethodSource("species")
	void goesOrSaysWhyItStays(Species species) {
		Visit visit = VISITS.get(species.name());
		assumeThat(visit).as("%s is not installed: it is left out", species.name()).isNotNull();
		if (species.isRefused()) {
			assertThat(visit.one("failed")).contains(species.unloads());
		}
		else {
			assertThat(visit.of("used")).as(visit.lines().toString()).hasSize(6).containsOnly("[0, 0, 0]");
			assertThat(visit.of("reload")).hasSize(5);
			for (int i = 0; i < 5; i++) {
				assertThat(visit.of("reload").get(i)).contains(species.reload(i));
			}
			assertThat(visit.one("left")).isEqualTo("0");
			assertThat(visit.one("unload")).contains(species.unloads());
			/*
			 * Go's threads are named after whichever thread was there when it needed one.
			 */
			String stays = species.isGo() ? visit.one("stays").replace("pool-, ", "") : visit.one("stays");
			assertThat(stays).isEqualTo(species.stays());
		}
		assertThat(visit.one("java")).isEqualTo("works");
		assertThat(visit.process().exitCode()).as(visit.process().output()).isZero();
	}

	@Test
	void theGateHasEnoughOfThem() {
		int expected = Integer.parseInt(System.getenv().getOrDefault(AT_LEAST, "0"));
		assertThat(VISITS).hasSizeGreaterThanOrEqualTo(expected);
	}

}
