// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.JnaDirectPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * JNA's direct mapping.
 */
public class JnaDirect extends PeerBenchmark {

	private static final Peer PEER = new JnaDirectPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
