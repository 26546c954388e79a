// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.JniPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * JNI, written by hand.
 */
public class JniByHand extends PeerBenchmark {

	private static final Peer PEER = new JniPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
