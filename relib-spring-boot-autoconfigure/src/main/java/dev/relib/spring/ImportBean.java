package dev.relib.spring;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The bean that modules call as their import, created when the first one does. A
 * singleton is kept once it is known: while a context is closed the bean factory gives no
 * bean out that it has begun to destroy, but modules call it from {@code before_unload}
 * and from calls of other beans that are being destroyed.
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
