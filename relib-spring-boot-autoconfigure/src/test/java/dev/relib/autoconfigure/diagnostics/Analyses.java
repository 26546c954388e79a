// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the failure analyzers on contexts that fail to start, as Boot does.
 */
final class Analyses {

	private static final Log logger = LogFactory.getLog(Analyses.class);

	private Analyses() {
	}

	/**
	 * Returns the first analysis of all registered analyzers. Leaves out those of Boot's
	 * analyzers that lack a class and can not be created.
	 */
	static FailureAnalysis of(ApplicationContextRunner runner) {
		AtomicReference<ConfigurableApplicationContext> failed = new AtomicReference<>();
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		runner.withInitializer(failed::set).run((context) -> {
			assertThat(context).hasFailed();
			ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, failed.get().getBeanFactory())
				.and(Environment.class, failed.get().getEnvironment());
			analysis.set(analyze(context.getStartupFailure(), arguments));
		});
		return analysis.get();
	}

	private static FailureAnalysis analyze(Throwable failure, ArgumentResolver arguments) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, arguments, FailureHandler.logging(logger))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
