// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

import dev.relib.ImportBinding;
import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code live_reload_extended}: the host compares the builds, and hands the
 * state of one over to the next.
 */
@OnOneJdk
class LiveReloadExtendedTests {

	private static final BigInteger FIRST = new BigInteger("fedcba98765432100123456789abcdf0", 16);

	@TempDir
	private Path directory;

	@Test
	void theStateOfOneBuildIsHandedOverToTheNext() throws Exception {
		Path library = this.directory.resolve("libgame.so");
		Files.copy(Examples.library("replaced", ""), library);
		AtomicLong saved = new AtomicLong();
		try (Examples examples = new Examples(ImportBinding.of(Store.class, saved::set))) {
			NativeModule module = examples.add("game", library);
			Game game = module.exports(Game.class);
			assertThat(game.buildId()).isEqualTo(FIRST);
			game.play(5);
			module.reload();
			assertThat(game.buildId()).isEqualTo(FIRST);
			Files.copy(Examples.library("replaced", "second"), library, StandardCopyOption.REPLACE_EXISTING);
			module.reload();
			assertThat(game.buildId()).isEqualTo(FIRST.add(BigInteger.valueOf(99)));
			assertThat(game.distance(FIRST, game.buildId())).isEqualTo(BigInteger.valueOf(-99));
			game.start(5);
			assertThat(game.play(1)).isEqualTo(105);
			Examples.unload(module);
			assertThat(saved).hasValue(105);
		}
	}

	@Test
	void numbersAndSignsCrossAsRustPassesThem() {
		try (Examples examples = new Examples(ImportBinding.of(Store.class, (score) -> {
		}))) {
			Game game = examples.add("replaced").exports(Game.class);
			BigInteger large = BigInteger.TWO.pow(100);
			assertThat(game.many(1, large, 2, BigInteger.valueOf(-3), 4, BigInteger.TEN))
				.isEqualTo(large.multiply(BigInteger.TEN).add(BigInteger.valueOf(1004)));
			assertThat(game.sign("🦀".codePointAt(0))).isEqualTo("🦀".codePointAt(0) + 1);
		}
	}

}
