// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;

import dev.relib.ImportBinding;
import dev.relib.NativeModule;
import dev.relib.fixture.OnOneJdk;
import dev.relib.module.UnloadReport.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shape of {@code live_reload}: the library is built anew and reloaded while the host
 * goes on calling.
 */
@OnOneJdk
class LiveReloadTests {

	@TempDir
	private Path directory;

	@Test
	@Timeout(60)
	void callsGoOnWhileTheLibraryIsReplaced() throws Exception {
		Path library = this.directory.resolve("libgame.so");
		Files.copy(Examples.library("replaced", ""), library);
		try (Examples examples = new Examples(ImportBinding.of(Store.class, (score) -> {
		}))) {
			NativeModule module = examples.add("game", library);
			Game game = module.exports(Game.class);
			assertThat(game.play(1)).isEqualTo(1);
			CompletableFuture<Integer> player = CompletableFuture.supplyAsync(() -> playUntilTheScoreIs(game, 100));
			Path built = this.directory.resolve("libgame.new");
			Files.copy(Examples.library("replaced", "second"), built);
			Files.move(built, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			assertThat(module.reload().previous().outcome()).isEqualTo(Outcome.UNLOADED);
			assertThat(player.get()).isPositive();
			Examples.unload(module);
		}
	}

	/** The first build scores 0 for 0 points; the second is told by a play of its own. */
	private static int playUntilTheScoreIs(Game game, long score) {
		int calls = 0;
		while (game.play(0) != 0 || game.play(1) != score) {
			calls++;
		}
		return calls;
	}

}
