// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.JnrPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * jnr-ffi.
 */
public class JnrFfi extends PeerBenchmark {

	private static final Peer PEER = new JnrPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
