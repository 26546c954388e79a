// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.facade.RelibCalls;
import dev.relib.facade.RelibGenerated;
import dev.relib.facade.RelibHandles;
import dev.relib.link.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The class that the annotation processor has generated beside an export interface.
 */
final class GeneratedFacade {

	/**
	 * Which facades there are: {@code generated} where there is generated code,
	 * {@code proxy} for none. Left out, the linker {@code jna} has proxies, as a
	 * generated facade spares it nothing.
	 */
	static final String PROPERTY = "relib.facades";

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
		String wanted = System.getProperty(PROPERTY, linker.name().equals("jna") ? "proxy" : "generated");
		if (!wanted.equals("generated") || contractInterface.plain()) {
			return Optional.empty();
		}
		return find(contractInterface.type()).filter((found) -> fits(found, contractInterface))
			.filter((found) -> RelibHandles.assign(found, new FacadeHandles(linker, contractInterface))
				.linker()
				.equals(linker.name()))
			.flatMap(GeneratedFacade::of);
	}

	private static Optional<Class<?>> find(Class<?> type) {
		try {
			return Optional.of(Class.forName(name(type), false, type.getClassLoader()));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return Optional.empty();
		}
	}

	/** In the package of the interface, with the names of the classes around it. */
	private static String name(Class<?> type) {
		String inPackage = type.getName().substring(type.getPackageName().length());
		return type.getPackageName() + inPackage.replace('$', '_') + SUFFIX;
	}

	/**
	 * Tells whether a class was generated for the interface as it is, and uses this
	 * host's classes: others would stay loaded with it.
	 */
	private static boolean fits(Class<?> found, ContractInterface contractInterface) {
		RelibGenerated generated = found.getAnnotation(RelibGenerated.class);
		boolean fits = generated != null && generated.version() == RelibGenerated.VERSION
				&& generated.contract().equals(contractInterface.trait().fingerprint())
				&& contractInterface.type().isAssignableFrom(found)
				&& Arrays.stream(found.getMethods()).noneMatch((method) -> Modifier.isAbstract(method.getModifiers()));
		if (!fits) {
			logger.warn("{} was generated for another version of {} or of relib, and is not used; compile it again",
					found.getName(), contractInterface.type().getName());
		}
		return fits && seesThisHost(found.getClassLoader());
	}

	private static boolean seesThisHost(ClassLoader loader) {
		try {
			return Class.forName(GeneratedFacade.class.getName(), false, loader) == GeneratedFacade.class;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
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
