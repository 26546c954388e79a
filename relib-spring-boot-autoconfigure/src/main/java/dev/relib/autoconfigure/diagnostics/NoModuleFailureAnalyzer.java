// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.util.Collection;
import java.util.Map;

import dev.relib.NativeModule;
import dev.relib.RelibExports;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains why no module provides a required export interface. Its order puts it before
 * Boot's own analyzer, whose advice would be to define a bean.
 */
@Order(0)
final class NoModuleFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final Environment environment;

	NoModuleFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = wanted(cause.getResolvableType());
		boolean exports = type != null && type.isAnnotationPresent(RelibExports.class);
		if (cause.getNumberOfBeansFound() != 0 || !(exports || type == NativeModule.class)) {
			return null;
		}
		String where = (description != null) ? description : "A component";
		if (!this.environment.getProperty("relib.enabled", Boolean.class, true)) {
			return new FailureAnalysis(
					where + " required a native module of type '" + type.getName()
							+ "', but native modules are switched off.",
					"Set relib.enabled to true, or define a bean of that type.", cause);
		}
		if (!exports) {
			return new FailureAnalysis(where + " required a native module without naming it.",
					"Name the module with @RelibModule.", cause);
		}
		return new FailureAnalysis(
				where + " required a native module of type '" + type.getName()
						+ "', but no configured module exports it.",
				"Configure a module that exports " + type.getSimpleName()
						+ " with a property relib.modules.<name>.path. If " + type.getName()
						+ " is not below the application's packages, name the module with @RelibModule.",
				cause);
	}

	private static @Nullable Class<?> wanted(@Nullable ResolvableType type) {
		Class<?> raw = (type != null) ? type.resolve() : null;
		if (raw == null) {
			return null;
		}
		if (Map.class.isAssignableFrom(raw)) {
			return type.asMap().getGeneric(1).resolve();
		}
		return Collection.class.isAssignableFrom(raw) ? type.asCollection().getGeneric(0).resolve() : raw;
	}

}
