// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.relib.ImportBinding;
import dev.relib.ImportSource;
import dev.relib.RelibImports;
import dev.relib.failure.MissingImportException;
import dev.relib.module.ModuleSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.BeanNameAware;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.annotation.MergedAnnotations;

/**
 * Provides beans as the imports of modules: a module's trait is implemented by the bean
 * whose type implements a {@link RelibImports} interface of the same simple name. Beans
 * are created when a module first calls them, so that a bean may itself use the module.
 */
public final class BeanImports implements ImportSource, BeanNameAware, SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beans;

	private final Map<Candidate, ImportBean> bound = new ConcurrentHashMap<>();

	private @Nullable String beanName;

	/**
	 * Creates a source.
	 * @param beans the bean factory with the implementations
	 */
	public BeanImports(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void setBeanName(String name) {
		this.beanName = name;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.bound.values().forEach(ImportBean::keepIfCreated);
	}

	@Override
	public Optional<ImportBinding> find(ModuleSource source, String trait) {
		List<Candidate> candidates = candidates(trait);
		return candidates.isEmpty() ? Optional.empty() : Optional.of(bind(choose(source, trait, candidates)));
	}

	/**
	 * Registers this object, and so the modules, as a dependent of the chosen bean: the
	 * bean is destroyed after the modules, which may call it until they are unloaded.
	 */
	private ImportBinding bind(Candidate chosen) {
		if (this.beanName != null) {
			this.beans.registerDependentBean(chosen.bean(), this.beanName);
		}
		ImportBean bean = this.bound.computeIfAbsent(chosen,
				(candidate) -> new ImportBean(this.beans, candidate.bean(), candidate.type()));
		bean.keepIfCreated();
		return new ImportBinding(chosen.type(), bean);
	}

	private List<Candidate> candidates(String trait) {
		List<Candidate> candidates = new ArrayList<>();
		for (String bean : BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, Object.class, true, false)) {
			Class<?> beanType = this.beans.getType(bean, false);
			if (beanType != null) {
				MergedAnnotations.from(beanType, SearchStrategy.TYPE_HIERARCHY)
					.stream(RelibImports.class)
					.filter(MergedAnnotation::isDirectlyPresent)
					.map((annotation) -> (Class<?>) annotation.getSource())
					.filter((type) -> type != null && type.getSimpleName().equals(trait))
					.distinct()
					.map((type) -> new Candidate(bean, type, definition(bean)))
					.filter(Candidate::isAutowireCandidate)
					.forEach(candidates::add);
			}
		}
		return candidates;
	}

	private @Nullable BeanDefinition definition(String bean) {
		try {
			return this.beans.getMergedBeanDefinition(bean);
		}
		catch (NoSuchBeanDefinitionException ex) {
			return null;
		}
	}

	private static Candidate choose(ModuleSource source, String trait, List<Candidate> candidates) {
		return only(candidates, (candidate) -> true).or(() -> only(candidates, Candidate::isPrimary))
			.or(() -> only(candidates, (candidate) -> !candidate.isFallback()))
			.orElseThrow(() -> new MissingImportException(source, trait,
					"it imports " + trait + ", which several beans implement: "
							+ candidates.stream().map(Candidate::bean).collect(Collectors.joining(", ")),
					"Mark one of them @Primary."));
	}

	private static Optional<Candidate> only(List<Candidate> candidates, Predicate<Candidate> test) {
		List<Candidate> passing = candidates.stream().filter(test).toList();
		return (passing.size() == 1) ? Optional.of(passing.get(0)) : Optional.empty();
	}

	/**
	 * A bean that implements a trait.
	 *
	 * @param bean the bean's name
	 * @param type the import interface
	 * @param definition the bean's definition, {@code null} if the bean was registered as
	 * an instance
	 */
	private record Candidate(String bean, Class<?> type, @Nullable BeanDefinition definition) {

		boolean isAutowireCandidate() {
			return this.definition == null || (this.definition.isAutowireCandidate()
					&& !(this.definition instanceof AbstractBeanDefinition bean && !bean.isDefaultCandidate()));
		}

		boolean isPrimary() {
			return this.definition != null && this.definition.isPrimary();
		}

		boolean isFallback() {
			return this.definition != null && this.definition.isFallback();
		}

	}

}
