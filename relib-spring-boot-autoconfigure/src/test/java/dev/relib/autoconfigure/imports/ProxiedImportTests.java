// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.imports;

import java.util.concurrent.atomic.AtomicInteger;

import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.Greeter;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Titles;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Modules call the proxy that Spring creates around a bean.
 */
class ProxiedImportTests {

	private final ApplicationContextRunner runner = ModuleContext.runner()
		.withPropertyValues(ModuleContext.module("polite", TestLibraries.polite()))
		.withBean(Doctors.class);

	@Test
	void callsThroughAJdkProxy() {
		this.runner.withBean(Proxies.class, () -> new Proxies(false)).run((context) -> {
			assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Titles.class))).isTrue();
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
			assertThat(context.getBean(Proxies.class).calls).hasValue(1);
		});
	}

	@Test
	void callsThroughACglibProxy() {
		this.runner.withBean(Proxies.class, () -> new Proxies(true)).run((context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(Titles.class))).isTrue();
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
			assertThat(context.getBean(Proxies.class).calls).hasValue(1);
		});
	}

	@Test
	void callsThroughAProxyAroundAModule() {
		this.runner.withBean(Proxies.class, () -> new Proxies(false, Greeter.class)).run((context) -> {
			assertThat(context.getBean(Greeter.class).greet("Ada")).isEqualTo("Dr. Ada");
			assertThat(context.getBean(Proxies.class).calls).hasValue(1);
		});
	}

	static class Doctors implements Titles {

		@Override
		public String title(String name) {
			return "Dr. " + name;
		}

	}

	static class Proxies implements BeanPostProcessor {

		private final AtomicInteger calls = new AtomicInteger();

		private final boolean cglib;

		private final Class<?> type;

		Proxies(boolean cglib) {
			this(cglib, Titles.class);
		}

		Proxies(boolean cglib, Class<?> type) {
			this.cglib = cglib;
			this.type = type;
		}

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			if (!this.type.isInstance(bean)) {
				return bean;
			}
			ProxyFactory factory = new ProxyFactory(bean);
			factory.setProxyTargetClass(this.cglib);
			factory.addAdvice((MethodInterceptor) (call) -> {
				this.calls.incrementAndGet();
				return call.proceed();
			});
			return factory.getProxy();
		}

	}

}
