// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.benchmarks.peer.GraalWasmPeer;
import dev.relib.benchmarks.peer.Peer;

/**
 * WebAssembly, interpreted by GraalWasm.
 */
public class GraalWasm extends PeerBenchmark {

	private static final Peer PEER = new GraalWasmPeer();

	@Override
	Peer peer() {
		return PEER;
	}

}
