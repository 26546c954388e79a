// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.EndivePeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * WebAssembly, compiled by Endive.
 */
public class Endive extends PeerBenchmark {

	private static final Peer PEER = new EndivePeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
