// SPDX-License-Identifier: Apache-2.0
package dev.relib.spring;

import java.nio.file.Path;

import dev.relib.autoconfigure.plugin.Titles;
import dev.relib.module.ModuleSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class BeanImportsTests {

	private final ModuleSource source = ModuleSource.of("module", Path.of("module.so"));

	private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

	private final BeanImports imports = new BeanImports(this.beans);

	@Test
	void createsNoBeanToLookAtItsType() {
		this.beans.registerBeanDefinition("titles", new RootBeanDefinition(Doctors.class, Doctors::new));
		RootBeanDefinition factory = new RootBeanDefinition(Products.class, Products::new);
		factory.setLazyInit(true);
		this.beans.registerBeanDefinition("factory", factory);
		assertThat(this.imports.find(this.source, "Titles")).isPresent();
		assertThat(this.beans.getSingletonNames()).isEmpty();
	}

	@Test
	void takesAnObjectThatWasRegistered() {
		Titles titles = (name) -> name;
		this.beans.registerSingleton("titles", titles);
		assertThat(this.imports.find(this.source, "Titles"))
			.hasValueSatisfying((binding) -> assertThat(binding.implementation().get()).isSameAs(titles));
	}

	@Test
	void takesTheProductOfAFactory() {
		Titles titles = (name) -> name;
		this.beans.registerSingleton("factory", new TitlesFactory(titles));
		assertThat(this.imports.find(this.source, "Titles"))
			.hasValueSatisfying((binding) -> assertThat(binding.implementation().get()).isSameAs(titles));
	}

	@Test
	void findsNothingWithoutACandidate() {
		this.beans.registerSingleton("text", "Titles");
		assertThat(this.imports.find(this.source, "Titles")).isEmpty();
	}

	static class Doctors implements Titles {

		@Override
		public String title(String name) {
			return "Dr. " + name;
		}

	}

	static class Products implements FactoryBean<Object> {

		@Override
		public Object getObject() {
			return new Object();
		}

		@Override
		public Class<?> getObjectType() {
			return null;
		}

	}

	record TitlesFactory(Titles titles) implements FactoryBean<Titles> {

		@Override
		public Titles getObject() {
			return this.titles;
		}

		@Override
		public Class<?> getObjectType() {
			return Titles.class;
		}

	}

}
