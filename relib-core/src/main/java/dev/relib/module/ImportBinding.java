package dev.relib.module;

import java.util.function.Supplier;

import dev.relib.contract.ContractInterface;

/**
 * What the host offers to modules under the name of a trait.
 *
 * @param contractInterface an import interface
 * @param implementation yields its implementation, called at each call of a module and on
 * its thread, so that what it yields may come to exist after the module is loaded
 */
public record ImportBinding(ContractInterface contractInterface, Supplier<?> implementation) {

	/**
	 * Offers an object.
	 * @param <T> the import interface
	 * @param type the import interface
	 * @param implementation its implementation
	 * @return the binding
	 */
	public static <T> ImportBinding of(Class<T> type, T implementation) {
		return new ImportBinding(ContractInterface.of(type), () -> implementation);
	}

}
