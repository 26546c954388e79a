// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Makes a bean factory resolve injection points with {@link dev.relib.RelibModule}.
 * <p>
 * Is unordered and so runs after ordered post-processors: the autowire candidate resolver
 * that they have set stays in use, as the delegate of ours.
 */
public final class ModuleInjectionPostProcessor implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
		beans.setAutowireCandidateResolver(new ModuleCandidateResolver(beans.getAutowireCandidateResolver(), beans));
	}

}
