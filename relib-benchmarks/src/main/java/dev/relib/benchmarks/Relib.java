// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.RelibPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * This project.
 */
public class Relib extends PeerBenchmark {

	private static final Peer PEER = new RelibPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
