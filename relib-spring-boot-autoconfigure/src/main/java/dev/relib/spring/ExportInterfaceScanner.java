// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.relib.RelibExports;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Finds interfaces with {@link RelibExports} on the class path.
 */
final class ExportInterfaceScanner extends ClassPathScanningCandidateComponentProvider {

	private final ResourceLoader resources;

	ExportInterfaceScanner(Environment environment, ResourceLoader resources) {
		super(false, environment);
		this.resources = resources;
		setResourceLoader(resources);
		addIncludeFilter(new AnnotationTypeFilter(RelibExports.class));
	}

	@Override
	protected boolean isCandidateComponent(AnnotatedBeanDefinition beanDefinition) {
		return beanDefinition.getMetadata().isInterface() && beanDefinition.getMetadata().isIndependent();
	}

	Set<Class<?>> scan(Iterable<String> basePackages) {
		Set<Class<?>> interfaces = new LinkedHashSet<>();
		for (String basePackage : basePackages) {
			for (BeanDefinition candidate : findCandidateComponents(basePackage)) {
				interfaces.add(ClassUtils.resolveClassName(String.valueOf(candidate.getBeanClassName()),
						this.resources.getClassLoader()));
			}
		}
		return interfaces;
	}

}
