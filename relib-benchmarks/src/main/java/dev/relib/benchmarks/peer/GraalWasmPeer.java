// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.charset.StandardCharsets;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.ByteSequence;

/**
 * A sandbox: WebAssembly in GraalWasm. On a JVM without the Graal compiler it interprets.
 */
public final class GraalWasmPeer extends Peer {

	private final Value memory;

	private final Value add;

	private final Value copy;

	/**
	 * Loads the module.
	 */
	public GraalWasmPeer() {
		Context context = Context.newBuilder("wasm").option("engine.WarnInterpreterOnly", "false").build();
		Source source = Source.newBuilder("wasm", ByteSequence.create(Wasm.module()), "work").buildLiteral();
		Value exports = context.eval(source).newInstance().getMember("exports");
		this.memory = exports.getMember("memory");
		this.add = exports.getMember("add");
		this.copy = exports.getMember("copy");
	}

	@Override
	public int rawAdd(int a, int b) {
		return this.add.execute(a, b).asInt();
	}

	@Override
	public int add(int a, int b) {
		return rawAdd(a, b);
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		for (int i = 0; i < bytes.length; i++) {
			this.memory.writeBufferByte(i, bytes[i]);
		}
		int length = this.copy.execute(bytes.length).asInt();
		byte[] copied = new byte[length];
		this.memory.readBuffer(length, copied, 0, length);
		return copied;
	}

	@Override
	public String copyText(String text) {
		return new String(copyBytes(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

}
