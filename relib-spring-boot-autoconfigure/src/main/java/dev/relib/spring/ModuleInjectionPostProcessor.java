package dev.relib.spring;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Makes a bean factory resolve injection points with {@link dev.relib.RelibModule}.
 * <p>
 * Carries no order and so runs late: whatever others set or configured as autowire
 * candidate resolver before stays in place behind ours.
 */
public final class ModuleInjectionPostProcessor implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
		beans.setAutowireCandidateResolver(new ModuleCandidateResolver(beans.getAutowireCandidateResolver(), beans));
	}

}
