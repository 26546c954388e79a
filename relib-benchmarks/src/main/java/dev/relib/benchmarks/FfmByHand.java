// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.FfmPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * The JDK's foreign functions, written by hand.
 */
public class FfmByHand extends PeerBenchmark {

	private static final Peer PEER = FfmPeer.find();

	@Override
	Peer peer() {
		return PEER;
	}

}
