// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.growth.Growth;
import dev.relib.benchmarks.growth.LeakGrowth;
import dev.relib.benchmarks.growth.ModuleGrowth;
import dev.relib.benchmarks.growth.Plot;
import dev.relib.benchmarks.growth.ThreadGrowth;
import dev.relib.benchmarks.peer.JniPeer;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.peer.Peer;
import dev.relib.benchmarks.peer.RelibPeer;
import dev.relib.benchmarks.report.Call;
import dev.relib.benchmarks.report.CallTable;
import dev.relib.benchmarks.report.Measurements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs everything briefly. The figures are meaningless, because the machine runs other
 * tests.
 */
class BenchmarksTests {

	private final RelibPeer relib = new RelibPeer();

	@Test
	void peersDoTheSameWork() {
		for (Peer peer : List.of(this.relib, new JniPeer())) {
			assertThat(peer.add(20, 22)).isEqualTo(42);
			assertThat(peer.mix(1, 2, 3, 4, (short) 5, (byte) 6)).isEqualTo(21);
			assertThat(peer.copyText("añ€😀")).isEqualTo("añ€😀");
			assertThat(peer.copyBytes(new byte[] { 1, 2 })).containsExactly(1, 2);
			assertThat(peer.price(Order.of(3)).total()).isEqualTo(2 * (2 * 0.5 + 3 * 1.0));
			assertThat(peer.callBack(3)).isEqualTo(3);
			assertThat(peer.nest(3)).isEqualTo(4);
		}
	}

	@Test
	void callsAreMeasured() {
		Measurements measured = new CallRounds(1, 10).run(true);
		assertThat(measured.time("add", "Relib").orElseThrow()).isPositive();
		assertThat(measured.time("addOn2", "Relib").orElseThrow()).isPositive();
		assertThat(CallTable.of(measured)).contains("| `int add(int, int)` |");
		assertThat(new Call("add", "Relib").isInBudget()).isTrue();
	}

	@Test
	void growthIsMeasuredAndDrawn(@TempDir Path directory) throws Exception {
		List<Growth> all = List.of(ThreadGrowth.calling(this.relib, 1), ThreadGrowth.comingAndGoing(this.relib, 10),
				LeakGrowth.measure(Libraries.module(), 10), ModuleGrowth.measure(Libraries.module(), 1));
		for (Growth growth : all) {
			assertThat(growth.rows()).isNotEmpty();
			assertThat(Arrays.stream(growth.figures(0))).allMatch((figure) -> figure > 0);
			Path plot = directory.resolve("plot.svg");
			Plot.draw(growth, plot);
			assertThat(plot).content().contains("<svg", "<path");
		}
	}

}
