// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.util.HexFormat;

/**
 * The work as WebAssembly, as far as sandboxes are compared: it adds numbers, and copies
 * bytes from the begin of its memory behind them.
 */
final class Wasm {

	/** The text format of it is {@code work.wat}, beside the libraries' sources. */
	private static final String MODULE = "0061736d01000000" // magic, version 1
			+ "010c0260027f7f017f60017f017f" // types: (i32 i32) -> i32, (i32) -> i32
			+ "0303020001" // functions: one of each
			+ "0503010004" // a memory of 4 pages
			+ "07170303616464000004636f70790001066d656d6f72790200" // exports
			+ "0a18020700200020016a0b0e00200041002000fc0a000020000b"; // code

	private Wasm() {
	}

	static byte[] module() {
		return HexFormat.of().parseHex(MODULE);
	}

}
