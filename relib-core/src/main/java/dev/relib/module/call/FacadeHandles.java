// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandle;
import java.util.List;

import dev.relib.contract.ContractInterface;
import dev.relib.facade.RelibHandles;
import dev.relib.link.FunctionShape;
import dev.relib.link.Linker;
import dev.relib.link.MachineType;
import dev.relib.marshal.ExportCall;
import org.jspecify.annotations.Nullable;

/**
 * The handles of a generated facade, which a linker makes.
 */
final class FacadeHandles extends RelibHandles {

	private final Linker linker;

	private final ContractInterface contractInterface;

	FacadeHandles(Linker linker, ContractInterface contractInterface) {
		super(linker.name());
		this.linker = linker;
		this.contractInterface = contractInterface;
	}

	@Override
	public MethodHandle function(int function) {
		return this.linker.handle(ExportCall.shape(this.contractInterface.functions().get(function)));
	}

	@Override
	public @Nullable MethodHandle critical(int function) {
		return ExportCall.critical(this.linker, this.contractInterface.functions().get(function)).orElse(null);
	}

	@Override
	public MethodHandle free() {
		return this.linker.handle(new FunctionShape(MachineType.VOID, List.of(MachineType.LONG)));
	}

}
