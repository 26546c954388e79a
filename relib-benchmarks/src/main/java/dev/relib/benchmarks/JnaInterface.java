// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.JnaInterfacePeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * JNA's interface mapping.
 */
public class JnaInterface extends PeerBenchmark {

	private static final Peer PEER = new JnaInterfacePeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
