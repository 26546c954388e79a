// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.io.Serial;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.relib.RelibExports;
import dev.relib.RelibModule;
import dev.relib.failure.RelibException;
import dev.relib.failure.UnknownModuleException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinitionHolder;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.AutowireCandidateResolver;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Resolves injection points with {@link RelibModule}, in the way that {@code @Value} is
 * resolved: by a suggested value. Also resolves maps of an export interface, whose keys
 * are the modules' names instead of bean names. Delegates everything else to the resolver
 * that was configured before.
 */
final class ModuleCandidateResolver implements AutowireCandidateResolver {

	private final AutowireCandidateResolver delegate;

	private final DefaultListableBeanFactory beans;

	ModuleCandidateResolver(AutowireCandidateResolver delegate, DefaultListableBeanFactory beans) {
		this.delegate = delegate;
		this.beans = beans;
	}

	@Override
	public @Nullable Object getSuggestedValue(DependencyDescriptor descriptor) {
		String module = module(descriptor);
		if (module != null) {
			return find(module, descriptor);
		}
		return isModuleMap(descriptor) ? byModule(descriptor) : this.delegate.getSuggestedValue(descriptor);
	}

	private @Nullable Object find(String module, DependencyDescriptor descriptor) {
		try {
			return modules().find(module, descriptor.getDependencyType());
		}
		catch (UnknownModuleException ex) {
			if (!isRequired(descriptor)) {
				return null;
			}
			throw new ModuleInjectionException(ex);
		}
		catch (RelibException ex) {
			throw new ModuleInjectionException(ex);
		}
	}

	/**
	 * Replaces bean names by module names as keys of the map: the beans of a module that
	 * implements several interfaces can not all bear its name. A bean keeps its own name
	 * if another bean in the map has that of the module.
	 */
	private @Nullable Object byModule(DependencyDescriptor descriptor) {
		if (!(this.beans.doResolveDependency(new ByBeanName(descriptor), null, null,
				null) instanceof Map<?, ?> beans)) {
			return null;
		}
		Map<Object, Object> modules = new LinkedHashMap<>();
		beans.forEach((bean, exports) -> {
			Object name = ModuleBeans.module(this.beans, (String) bean)
				.<Object>map((module) -> modules().find(module).name())
				.orElse(bean);
			modules.put(beans.containsKey(name) ? bean : name, exports);
		});
		return modules;
	}

	/**
	 * Registers the injected bean as a dependent of the modules, so that it is destroyed
	 * before they are unloaded. The bean factory can not do that itself, because it does
	 * not know the origin of a suggested value; this is the only callback that passes the
	 * name of the injected bean.
	 */
	@Override
	public @Nullable Object getLazyResolutionProxyIfNecessary(DependencyDescriptor descriptor,
			@Nullable String beanName) {
		if (beanName != null && (module(descriptor) != null || isModuleMap(descriptor))) {
			this.beans.registerDependentBean(ModuleBeansPostProcessor.MODULES, beanName);
		}
		return this.delegate.getLazyResolutionProxyIfNecessary(descriptor, beanName);
	}

	/**
	 * An injection point that names a module accepts that module only.
	 */
	@Override
	public boolean isAutowireCandidate(BeanDefinitionHolder bean, DependencyDescriptor descriptor) {
		return this.delegate.isAutowireCandidate(bean, descriptor) && module(descriptor) == null;
	}

	@Override
	public boolean isRequired(DependencyDescriptor descriptor) {
		return this.delegate.isRequired(descriptor);
	}

	@Override
	public boolean hasQualifier(DependencyDescriptor descriptor) {
		return this.delegate.hasQualifier(descriptor);
	}

	@Override
	public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
		return this.delegate.getSuggestedName(descriptor);
	}

	@Override
	public @Nullable Class<?> getLazyResolutionProxyClass(DependencyDescriptor descriptor, @Nullable String beanName) {
		return this.delegate.getLazyResolutionProxyClass(descriptor, beanName);
	}

	/**
	 * Returns a resolver for another bean factory, which has no modules.
	 */
	@Override
	public AutowireCandidateResolver cloneIfNecessary() {
		return this.delegate.cloneIfNecessary();
	}

	private Modules modules() {
		return this.beans.getBean(ModuleBeansPostProcessor.MODULES, Modules.class);
	}

	private static boolean isModuleMap(DependencyDescriptor descriptor) {
		if (descriptor.getDependencyType() != Map.class || descriptor instanceof ByBeanName) {
			return false;
		}
		ResolvableType[] generics = descriptor.getResolvableType().getGenerics();
		Class<?> type = (generics.length == 2) ? generics[1].resolve() : null;
		return type != null && generics[0].resolve() == String.class && type.isAnnotationPresent(RelibExports.class);
	}

	private static @Nullable String module(DependencyDescriptor descriptor) {
		String module = module(descriptor.getAnnotations());
		MethodParameter parameter = descriptor.getMethodParameter();
		return (module == null && parameter != null) ? module(parameter.getMethodAnnotations()) : module;
	}

	private static @Nullable String module(Annotation[] annotations) {
		RelibModule module = AnnotatedElementUtils
			.getMergedAnnotation(AnnotatedElementUtils.forAnnotations(annotations), RelibModule.class);
		return (module != null) ? module.value() : null;
	}

	/**
	 * Marks a map that the bean factory has to resolve in its standard way, by bean name.
	 */
	private static final class ByBeanName extends DependencyDescriptor {

		@Serial
		private static final long serialVersionUID = 1L;

		private final boolean required;

		ByBeanName(DependencyDescriptor original) {
			super(original);
			this.required = original.isRequired();
		}

		@Override
		public boolean isRequired() {
			return this.required;
		}

		@Override
		public boolean usesStandardBeanLookup() {
			return true;
		}

	}

}
