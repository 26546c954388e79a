// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

import dev.relib.contract.ContractInterface;
import dev.relib.facade.RelibGenerated;
import dev.relib.link.Linker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the classes that the annotation processor has generated beside an interface.
 */
final class GeneratedCode {

	/**
	 * Which facades there are: {@code generated} where there is generated code,
	 * {@code proxy} for none. Left out, the linker {@code jna} has proxies, as a
	 * generated facade spares it nothing.
	 */
	static final String PROPERTY = "relib.facades";

	private static final Logger logger = LoggerFactory.getLogger(GeneratedCode.class);

	private GeneratedCode() {
	}

	/** Tells whether generated code is to be used. */
	static boolean isWanted(Linker linker) {
		return System.getProperty(PROPERTY, linker.name().equals("jna") ? "proxy" : "generated").equals("generated");
	}

	/**
	 * Finds a class of an interface.
	 * @param suffix ends its name
	 * @return empty if there is none that fits
	 */
	static Optional<Class<?>> of(ContractInterface contractInterface, String suffix) {
		return find(contractInterface.type(), suffix).filter((found) -> fits(found, contractInterface));
	}

	private static Optional<Class<?>> find(Class<?> type, String suffix) {
		try {
			return Optional.of(Class.forName(name(type) + suffix, false, type.getClassLoader()));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return Optional.empty();
		}
	}

	/** In the package of the interface, with the names of the classes around it. */
	private static String name(Class<?> type) {
		String inPackage = type.getName().substring(type.getPackageName().length());
		return type.getPackageName() + inPackage.replace('$', '_');
	}

	/**
	 * Tells whether a class was generated for the interface as it is, and uses this
	 * host's classes: others would stay loaded with it.
	 */
	private static boolean fits(Class<?> found, ContractInterface contractInterface) {
		RelibGenerated generated = found.getAnnotation(RelibGenerated.class);
		boolean fits = generated != null && generated.version() == RelibGenerated.VERSION
				&& generated.contract().equals(contractInterface.trait().fingerprint())
				&& Arrays.stream(found.getMethods()).noneMatch((method) -> Modifier.isAbstract(method.getModifiers()));
		if (!fits) {
			logger.warn("{} was generated for another version of {} or of relib, and is not used; compile it again",
					found.getName(), contractInterface.type().getName());
		}
		return fits && seesThisHost(found.getClassLoader());
	}

	private static boolean seesThisHost(ClassLoader loader) {
		try {
			return Class.forName(GeneratedCode.class.getName(), false, loader) == GeneratedCode.class;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
