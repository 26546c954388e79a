// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.contract.JavaFunction;
import dev.relib.facade.RelibImport;
import dev.relib.link.Linker;
import dev.relib.marshal.ImportStub;

/**
 * The class that the annotation processor has generated beside an import interface.
 */
final class GeneratedDispatcher {

	private static final String SUFFIX = "__RelibDispatcher";

	private static final String PREFIX = "import_";

	private GeneratedDispatcher() {
	}

	/**
	 * Finds the code of an import.
	 * @param linker makes the function that native code calls
	 * @param type the import interface
	 * @return takes a {@link RelibImport} and what native code passes; empty if there is
	 * none
	 */
	static Optional<MethodHandle> of(Linker linker, Class<?> type, JavaFunction function) {
		if (!GeneratedCode.isWanted(linker)) {
			return Optional.empty();
		}
		return GeneratedCode.of(ContractInterface.of(type), SUFFIX).flatMap((found) -> find(found, function));
	}

	private static Optional<MethodHandle> find(Class<?> found, JavaFunction function) {
		try {
			return Optional.of(MethodHandles.privateLookupIn(found, MethodHandles.lookup())
				.findStatic(found, PREFIX + function.signature().name(),
						ImportStub.shape(function).targetType().insertParameterTypes(0, RelibImport.class)));
		}
		catch (NoSuchMethodException | IllegalAccessException ex) {
			return Optional.empty();
		}
	}

}
