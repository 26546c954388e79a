// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.RelibPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * This project, through a JDK proxy, as for interfaces that no processor has seen.
 */
public class RelibProxy extends PeerBenchmark {

	private static final Peer PEER = RelibPeer.throughProxy();

	@Override
	Peer peer() {
		return PEER;
	}

}
