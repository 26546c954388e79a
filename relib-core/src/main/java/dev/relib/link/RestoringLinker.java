// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

/**
 * A linker whose calls end with an action on the thread that called, also if the call
 * throws.
 */
public final class RestoringLinker implements Linker {

	private final Linker linker;

	private final Runnable restore;

	/**
	 * Creates a linker.
	 * @param linker makes the calls
	 * @param restore runs after each call
	 */
	public RestoringLinker(Linker linker, Runnable restore) {
		this.linker = linker;
		this.restore = restore;
	}

	@Override
	public String name() {
		return this.linker.name();
	}

	@Override
	public Downcall downcall(FunctionShape shape) {
		return restoring(this.linker.downcall(shape));
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		return restoring(this.linker.downcallWithErrno(shape));
	}

	private Downcall restoring(Downcall downcall) {
		return (address, values) -> {
			try {
				return downcall.call(address, values);
			}
			finally {
				this.restore.run();
			}
		};
	}

	@Override
	public Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		return this.linker.upcall(shape, target, threadPrefix);
	}

}
