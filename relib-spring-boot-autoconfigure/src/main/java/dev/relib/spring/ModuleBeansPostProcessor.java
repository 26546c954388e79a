// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.util.List;
import java.util.function.Function;

import dev.relib.ModuleDefinition;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Registers a bean definition for each export interface that a module implements.
 */
public final class ModuleBeansPostProcessor implements BeanDefinitionRegistryPostProcessor {

	/**
	 * The name of the bean of type {@link Modules}, on which the modules' beans depend.
	 */
	public static final String MODULES = "relibModules";

	private final Environment environment;

	private final ResourceLoader resources;

	private final Function<BeanFactory, List<String>> basePackages;

	private final LibraryLocations locations;

	private final List<ModuleDefinition> modules;

	/**
	 * Creates a post-processor.
	 * @param environment the application's environment
	 * @param resources loads the classes of export interfaces
	 * @param basePackages returns the packages to scan for export interfaces
	 * @param locations resolves the locations of libraries
	 * @param modules the configured modules, in the order of their beans
	 */
	public ModuleBeansPostProcessor(Environment environment, ResourceLoader resources,
			Function<BeanFactory, List<String>> basePackages, LibraryLocations locations,
			List<ModuleDefinition> modules) {
		this.environment = environment;
		this.resources = resources;
		this.basePackages = basePackages;
		this.locations = locations;
		this.modules = List.copyOf(modules);
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		DefaultListableBeanFactory factory = (DefaultListableBeanFactory) registry;
		ExportInterfaceScanner scanner = new ExportInterfaceScanner(this.environment, this.resources);
		ModuleBeans beans = new ModuleBeans(factory, scanner.scan(this.basePackages.apply(factory)), this.locations);
		beans.register(this.modules);
		beans.registerDeclared();
	}

}
