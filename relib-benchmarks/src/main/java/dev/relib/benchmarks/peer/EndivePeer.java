// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.nio.charset.StandardCharsets;

import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/**
 * A sandbox: WebAssembly that Endive, the successor of Chicory, compiles to bytecode. Its
 * instances are of one thread.
 */
public final class EndivePeer extends Peer {

	private final Memory memory;

	private final ExportFunction add;

	private final ExportFunction copy;

	/**
	 * Compiles the module.
	 */
	public EndivePeer() {
		WasmModule module = Parser.parse(Wasm.module());
		Instance instance = Instance.builder(module).withMachineFactory(MachineFactoryCompiler.compile(module)).build();
		this.memory = instance.memory();
		this.add = instance.export("add");
		this.copy = instance.export("copy");
	}

	@Override
	public int rawAdd(int a, int b) {
		return (int) this.add.apply(a, b)[0];
	}

	@Override
	public int add(int a, int b) {
		return rawAdd(a, b);
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		this.memory.write(0, bytes);
		int length = (int) this.copy.apply(bytes.length)[0];
		return this.memory.readBytes(length, length);
	}

	@Override
	public String copyText(String text) {
		return new String(copyBytes(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

}
