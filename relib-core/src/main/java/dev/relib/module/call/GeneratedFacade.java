// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.facade.RelibCalls;
import dev.relib.facade.RelibHandles;
import dev.relib.link.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class that the annotation processor has generated beside an export interface.
 */
final class GeneratedFacade {

	private static final String SUFFIX = "__RelibFacade";

	private static final Logger logger = LoggerFactory.getLogger(GeneratedFacade.class);

	private final Constructor<?> constructor;

	private GeneratedFacade(Constructor<?> constructor) {
		this.constructor = constructor;
	}

	/**
	 * Finds the class of an interface.
	 * @param linker calls the functions
	 * @return empty if a proxy has to do
	 */
	static Optional<GeneratedFacade> of(Linker linker, ContractInterface contractInterface) {
		if (!GeneratedCode.isWanted(linker) || contractInterface.plain()) {
			return Optional.empty();
		}
		return GeneratedCode.of(contractInterface, SUFFIX)
			.filter((found) -> contractInterface.type().isAssignableFrom(found))
			.filter((found) -> RelibHandles.assign(found, new FacadeHandles(linker, contractInterface))
				.linker()
				.equals(linker.name()))
			.flatMap(GeneratedFacade::of);
	}

	private static Optional<GeneratedFacade> of(Class<?> found) {
		try {
			Constructor<?> constructor = found.getDeclaredConstructor(RelibCalls.class, int.class);
			constructor.setAccessible(true);
			return Optional.of(new GeneratedFacade(constructor));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("{} is not used", found.getName(), ex);
			return Optional.empty();
		}
	}

	/**
	 * Creates a facade.
	 * @param firstCall the index of the interface's first function in each generation
	 */
	Object create(RelibCalls calls, int firstCall) {
		try {
			return this.constructor.newInstance(calls, firstCall);
		}
		catch (InvocationTargetException ex) {
			throw Undeclared.thrown(ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
