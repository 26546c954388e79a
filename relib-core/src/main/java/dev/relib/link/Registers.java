// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import dev.relib.module.Platform;

/**
 * The registers that are left while arguments are placed, by the calling convention of C.
 */
public final class Registers {

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

	/**
	 * The registers of the machine that this JVM runs on.
	 * @return all of them, free
	 */
	public static Registers ofThisMachine() {
		return MACHINE.equals("aarch64") ? ofAarch64() : ofX86();
	}

	/**
	 * The registers of x86-64 by the System V convention: six words, eight floats.
	 * @return all of them, free
	 */
	public static Registers ofX86() {
		return new Registers(6, true);
	}

	/**
	 * The registers of AArch64: eight words, eight floats.
	 * @return all of them, free
	 */
	public static Registers ofAarch64() {
		return new Registers(8, false);
	}

	/**
	 * Takes registers for all of a parameter, or none.
	 * @param type the parameter's type
	 * @return whether it crosses in registers, not on the stack
	 */
	public boolean take(MachineType type) {
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

	/**
	 * How many words still cross in registers.
	 * @return the number of registers
	 */
	public int left() {
		return this.words;
	}

}
