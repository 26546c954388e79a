// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import dev.relib.link.MachineType;
import dev.relib.module.Platform;

/**
 * The registers that are left while arguments are placed, by the calling convention of C.
 */
final class Registers {

	private static final String MACHINE = Platform.current().machine();

	/** Whether what does not fit leaves its register to the arguments after it. */
	private final boolean shared;

	private int words;

	private int floats = 8;

	private boolean closed;

	private Registers(int words, boolean shared) {
		this.words = words;
		this.shared = shared;
	}

	static Registers ofThisMachine() {
		return MACHINE.equals("aarch64") ? ofAarch64() : ofX86();
	}

	static Registers ofX86() {
		return new Registers(6, true);
	}

	static Registers ofAarch64() {
		return new Registers(8, false);
	}

	/** Takes registers for all of a parameter, or none. */
	boolean take(MachineType type) {
		return switch (type) {
			case FLOAT, DOUBLE -> takeFloat();
			default -> takeWords(type.valueCount());
		};
	}

	private boolean takeWords(int count) {
		if (!this.closed && this.words >= count) {
			this.words -= count;
			return true;
		}
		this.closed |= !this.shared;
		return false;
	}

	private boolean takeFloat() {
		this.floats--;
		return this.floats >= 0;
	}

	int left() {
		return this.words;
	}

}
