// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.JavaCppPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * JNI that JavaCPP writes.
 */
public class JavaCpp extends PeerBenchmark {

	private static final Peer PEER = new JavaCppPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
