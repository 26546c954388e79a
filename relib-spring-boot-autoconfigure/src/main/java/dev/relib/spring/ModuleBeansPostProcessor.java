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
 * Puts modules into a bean factory: a bean for each export interface that one implements.
 */
public final class ModuleBeansPostProcessor implements BeanDefinitionRegistryPostProcessor {

	/** The name of the bean of type {@link Modules}, on which all others depend. */
	public static final String MODULES = "relibModules";

	private final Environment environment;

	private final ResourceLoader resources;

	private final Function<BeanFactory, List<String>> basePackages;

	private final LibraryLocations locations;

	private final List<ModuleDefinition> modules;

	/**
	 * Creates a post-processor.
	 * @param environment the application's environment
	 * @param resources the application's resources
	 * @param basePackages yields the packages below which export interfaces are
	 * @param locations where libraries are
	 * @param modules the configured modules, in order
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
