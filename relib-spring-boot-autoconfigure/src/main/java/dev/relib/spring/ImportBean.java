// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Supplies the bean that implements an import, and creates it at the first call of a
 * module. Keeps a reference to a singleton, because the bean factory refuses to return a
 * bean that it has begun to destroy: while the context closes, modules still call the
 * bean from {@code before_unload} and when other beans call them from their destroy
 * methods.
 */
final class ImportBean implements Supplier<Object> {

	private final ConfigurableListableBeanFactory beans;

	private final String name;

	private final Class<?> type;

	private volatile @Nullable Object singleton;

	ImportBean(ConfigurableListableBeanFactory beans, String name, Class<?> type) {
		this.beans = beans;
		this.name = name;
		this.type = type;
	}

	@Override
	public Object get() {
		Object known = this.singleton;
		if (known != null) {
			return known;
		}
		Object bean = this.beans.getBean(this.name, this.type);
		if (this.beans.isSingleton(this.name)) {
			this.singleton = bean;
		}
		return bean;
	}

	void keepIfCreated() {
		if (this.beans.containsSingleton(this.name)) {
			get();
		}
	}

}
