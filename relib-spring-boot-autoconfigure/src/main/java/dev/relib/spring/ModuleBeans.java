// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.relib.ModuleDefinition;
import dev.relib.RelibModule;
import dev.relib.module.ModuleSource;
import dev.relib.module.kind.LibraryInspection;
import dev.relib.module.lifecycle.TimedReading;
import dev.relib.os.PrivateDirectory;
import dev.relib.policy.VerifiedCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Registers a bean for each export interface that a module implements. Reads these
 * interfaces from the libraries without running their code, so that all beans are defined
 * before the first injection: {@code List<ImageFilter>} and
 * {@code Map<String, ImageFilter>} hold every module.
 */
final class ModuleBeans {

	private static final String MODULE = ModuleBeans.class.getName() + ".module";

	private final DefaultListableBeanFactory beans;

	private final Set<Class<?>> interfaces;

	private final LibraryLocations locations;

	/** Interfaces that have a bean for the module in their own {@link RelibModule}. */
	private final Set<Class<?>> declared = new LinkedHashSet<>();

	ModuleBeans(DefaultListableBeanFactory beans, Set<Class<?>> interfaces, LibraryLocations locations) {
		this.beans = beans;
		this.interfaces = interfaces;
		this.locations = locations;
	}

	/**
	 * Returns the module that a bean was registered for.
	 * @param beans the bean factory
	 * @param bean the bean's name
	 * @return the module's name or location, empty if the bean is not a module's
	 */
	static Optional<String> module(DefaultListableBeanFactory beans, String bean) {
		return beans.containsBeanDefinition(bean)
				? Optional.ofNullable((String) beans.getBeanDefinition(bean).getAttribute(MODULE)) : Optional.empty();
	}

	/**
	 * Registers the beans of the configured modules. Reads copies of the libraries, which
	 * are verified against the policy as they are before a load.
	 * @param definitions the definitions of the modules
	 * @throws dev.relib.failure.ModuleLoadException if a library can not be read in the
	 * time that a load may take, or violates the policy
	 */
	void register(List<ModuleDefinition> definitions) {
		definitions.forEach(this::register);
	}

	private void register(ModuleDefinition definition) {
		String module = definition.name();
		Map<Class<?>, Boolean> exported = TimedReading.run(definition.source(), definition.options().load(),
				() -> exported(definition));
		exported.forEach((type, primary) -> {
			register(beanName(module, type, exported.size() == 1), module, type).setPrimary(primary);
			if (primary) {
				this.declared.add(type);
			}
		});
	}

	/** Returns the interfaces that a module exports, and which of them name it. */
	private Map<Class<?>, Boolean> exported(ModuleDefinition definition) {
		try (PrivateDirectory copies = this.locations.createDirectory()) {
			ModuleSource source = definition.source();
			Path copy = VerifiedCopy.copy(definition.policy(), source, copies, definition.options().load().maxSize())
				.path();
			LibraryInspection inspection = LibraryInspection.of(source, copy, definition.options());
			Map<Class<?>, Boolean> exported = new LinkedHashMap<>();
			this.interfaces.stream()
				.filter(inspection::exports)
				.forEach((type) -> exported.put(type, isDeclared(type, definition.name(), definition.path())));
			return exported;
		}
	}

	/**
	 * Registers a primary bean for each interface whose {@link RelibModule} names a
	 * module or location that is not configured. A location is loaded at start-up. A name
	 * fails only where the interface is injected.
	 */
	void registerDeclared() {
		for (Class<?> type : this.interfaces) {
			String module = declaredModule(type);
			if (module != null && this.declared.add(type)) {
				RootBeanDefinition definition = register(type.getName(), module, type);
				definition.setPrimary(true);
				definition.setLazyInit(!LibraryLocations.isLocation(module));
			}
		}
	}

	private RootBeanDefinition register(String beanName, String module, Class<?> type) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(type);
		definition.setInstanceSupplier(() -> find(beanName, module, type));
		definition.setAttribute(MODULE, module);
		this.beans.registerBeanDefinition(beanName, definition);
		return definition;
	}

	private Object find(String beanName, String module, Class<?> type) {
		Modules modules = this.beans.getBean(ModuleBeansPostProcessor.MODULES, Modules.class);
		this.beans.registerDependentBean(ModuleBeansPostProcessor.MODULES, beanName);
		return modules.find(module, type);
	}

	private String beanName(String module, Class<?> type, boolean single) {
		if (single && !this.beans.containsBeanDefinition(module)) {
			return module;
		}
		String name = module + "." + type.getSimpleName();
		return this.beans.containsBeanDefinition(name) ? module + "." + type.getName() : name;
	}

	private boolean isDeclared(Class<?> type, String module, Path library) {
		String declared = declaredModule(type);
		if (declared == null || !LibraryLocations.isLocation(declared)) {
			return module.equals(declared);
		}
		return Modules.isSame(library, this.locations.resolve(module, declared));
	}

	private static @Nullable String declaredModule(Class<?> type) {
		RelibModule module = AnnotationUtils.findAnnotation(type, RelibModule.class);
		return (module != null) ? module.value() : null;
	}

}
