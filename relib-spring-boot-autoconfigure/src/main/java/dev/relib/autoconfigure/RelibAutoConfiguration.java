// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.relib.ImportSource;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleListener;
import dev.relib.ModuleRegistry;
import dev.relib.ModuleRegistryBuilder;
import dev.relib.module.Cleanup;
import dev.relib.module.UnloadOptions;
import dev.relib.spring.BeanImports;
import dev.relib.spring.LibraryLocations;
import dev.relib.spring.MissingModulePathException;
import dev.relib.spring.ModuleBeansPostProcessor;
import dev.relib.spring.ModuleDefinitions;
import dev.relib.spring.ModuleEventPublisher;
import dev.relib.spring.ModuleInjectionPostProcessor;
import dev.relib.spring.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link AutoConfiguration Auto-configuration} for native modules: creates the
 * {@link ModuleRegistry}, loads the configured modules into it and makes their export
 * interfaces injectable.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "relib.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RelibProperties.class)
public final class RelibAutoConfiguration {

	@Bean
	static LibraryLocations relibLibraryLocations(Environment environment, ResourceLoader resources) {
		return new LibraryLocations(resources, bind(environment).directory());
	}

	@Bean
	static ModuleDefinitions relibModuleDefinitions(Environment environment, ResourceLoader resources,
			LibraryLocations locations) {
		return new ModuleDefinitions(locations, bind(environment).policy(resources));
	}

	@Bean
	static ModuleBeansPostProcessor relibModuleBeansPostProcessor(Environment environment, ResourceLoader resources,
			LibraryLocations locations, ModuleDefinitions definitions) {
		return new ModuleBeansPostProcessor(
				environment, resources, (factory) -> AutoConfigurationPackages.has(factory)
						? AutoConfigurationPackages.get(factory) : List.of(),
				locations, define(bind(environment), definitions));
	}

	@Bean
	static ModuleInjectionPostProcessor relibModuleInjectionPostProcessor() {
		return new ModuleInjectionPostProcessor();
	}

	@Bean
	@ConditionalOnMissingBean
	ImportSource relibImports(ConfigurableListableBeanFactory beans) {
		return new BeanImports(beans);
	}

	@Bean
	@Lazy(false)
	ModuleEventPublisher relibEventPublisher(ApplicationEventPublisher publisher) {
		return new ModuleEventPublisher(publisher);
	}

	@Bean
	@ConditionalOnMissingBean
	ModuleRegistry relibModuleRegistry(RelibProperties properties, ModuleDefinitions definitions, ImportSource imports,
			ObjectProvider<ModuleListener> listeners) {
		ModuleRegistryBuilder builder = ModuleRegistry.builder()
			.directory(properties.directory())
			.linker(properties.getLinker())
			.timing(properties.getMetrics().getTiming())
			.imports(imports)
			.unloadOptions(options(properties))
			.maxRetired(properties.getReload().getMaxRetired());
		listeners.orderedStream().forEach(builder::listener);
		ModuleRegistry registry = builder.build();
		try {
			define(properties, definitions).forEach(registry::add);
			return registry;
		}
		catch (RuntimeException | Error ex) {
			registry.close();
			throw ex;
		}
	}

	@Bean(ModuleBeansPostProcessor.MODULES)
	Modules relibModules(RelibProperties properties, ModuleRegistry registry, LibraryLocations locations,
			ModuleDefinitions definitions) {
		return new Modules(registry, locations, definitions, properties.options(new RelibProperties.Module()));
	}

	private static RelibProperties bind(Environment environment) {
		return Binder.get(environment).bindOrCreate("relib", RelibProperties.class);
	}

	private static List<ModuleDefinition> define(RelibProperties properties, ModuleDefinitions definitions) {
		List<ModuleDefinition> defined = new ArrayList<>();
		properties.getModules().forEach((name, module) -> {
			String path = module.getPath();
			if (path == null || path.isBlank()) {
				throw new MissingModulePathException(name);
			}
			defined.add(definitions.define(name, path, properties.options(module), module.getSha256(),
					module.getSignature()));
		});
		return defined;
	}

	private static UnloadOptions options(RelibProperties properties) {
		UnloadProperties unload = properties.getUnload();
		Cleanup cleanup = new Cleanup(unload.isFreeLeaks(), unload.isCloseDescriptors(), unload.isUnmapMemory(),
				unload.isRunThreadLocalDestructors());
		return new UnloadOptions(unload.getDrainTimeout(), unload.getBeforeUnloadTimeout(), unload.getThreadsTimeout(),
				cleanup);
	}

}
