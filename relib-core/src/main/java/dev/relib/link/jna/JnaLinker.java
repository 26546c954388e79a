// SPDX-License-Identifier: Apache-2.0
package dev.relib.link.jna;

import dev.relib.link.Downcall;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.Upcall;
import dev.relib.link.UpcallTarget;

/**
 * The linker that works on every supported JDK.
 */
public final class JnaLinker implements Linker {

	@Override
	public String name() {
		return "jna";
	}

	@Override
	public Downcall downcall(FunctionShape shape) {
		return shape.hasStructures() ? new StructDowncall(shape) : new JnaDowncall(shape);
	}

	@Override
	public Downcall downcallWithErrno(FunctionShape shape) {
		return new ErrnoDowncall(new JnaDowncall(shape));
	}

	@Override
	public Upcall upcall(FunctionShape shape, UpcallTarget target, String threadPrefix) {
		return new JnaUpcall(shape, target, threadPrefix);
	}

}
