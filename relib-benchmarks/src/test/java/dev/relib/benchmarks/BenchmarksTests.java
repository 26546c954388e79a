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
import dev.relib.benchmarks.peer.JnaInterfacePeer;
import dev.relib.benchmarks.peer.JniPeer;
import dev.relib.benchmarks.peer.Libraries;
import dev.relib.benchmarks.peer.Peer;
import dev.relib.benchmarks.peer.RelibPeer;
import dev.relib.benchmarks.report.CallTable;
import dev.relib.benchmarks.report.Measurements;
import dev.relib.benchmarks.report.Results;
import dev.relib.benchmarks.report.Verdict;
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
		for (Peer peer : List.of(this.relib, new JniPeer(), new JnaInterfacePeer())) {
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
		assertThat(measured.time("addOnVirtual", "Relib").isPresent()).isEqualTo(JmhThreads.areVirtualOnesThere());
		assertThat(measured.time("mix", "Relib")).isEmpty();
		assertThat(CallTable.of(measured)).contains("| `int add(int, int)` |").doesNotContain("JnrFfi");
	}

	@Test
	void aBudgetIsMissedBeyondItsMarginAndWhereNothingWasMeasured() {
		assertThat(Verdict.ofRatio("add", 15, 10, 1.4, 1.1).isKept()).isTrue();
		assertThat(Verdict.ofRatio("add", 15, 10, 1.4, 1).isKept()).isFalse();
		assertThat(Verdict.ofDifference("proxy", 35, 10, 20, "ns", 1.25).isKept()).isTrue();
		assertThat(Verdict.ofDifference("proxy", 35, 10, 20, "ns", 1).isKept()).isFalse();
		assertThat(Verdict.ofRatio("add", Double.NaN, 10, 1.4, 1).isKept()).isFalse();
	}

	@Test
	void resultsOfSeveralCommandsBecomeOneDocument(@TempDir Path directory) throws Exception {
		Results results = new Results(directory);
		results.write("1-calls", "### Calls", List.of(Verdict.ofRatio("add", 15, 10, 1.4, 1)));
		results.write("2-loads", "### Loads", List.of(Verdict.ofRatio("load", 1, 1, 1, 1)));
		assertThat(results.markdown())
			.contains("| budget | at most | JDK " + Results.jvm() + " |", "| add | 1.4 × | **1.50 ×** |",
					"| load | 1.0 × | 1.00 × |")
			.containsSubsequence("### Calls", "### Loads");
	}

	@Test
	void reloadsFailNoCall() throws Exception {
		ReloadCost cost = new ReloadCost(Libraries.module(), 3).measure();
		assertThat(cost.failed()).isZero();
		assertThat(cost.markdown()).contains("| reloads | 3 |");
	}

	@Test
	void growthIsMeasuredAndDrawn(@TempDir Path directory) throws Exception {
		List<Growth> all = List.of(ThreadGrowth.calling(this.relib, 1), ThreadGrowth.firstCalls(this.relib, 10),
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
