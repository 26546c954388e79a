// SPDX-License-Identifier: Apache-2.0
package dev.relib.autoconfigure.diagnostics;

import dev.relib.RelibModule;
import dev.relib.autoconfigure.ModuleContext;
import dev.relib.autoconfigure.plugin.TestLibraries;
import dev.relib.autoconfigure.plugin.Worker;
import dev.relib.failure.ModulePanicException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RunningModuleTests {

	@Test
	void leavesAPanicAtStartUpToItsStackTrace() {
		ApplicationContextRunner runner = ModuleContext.runner()
			.withPropertyValues(ModuleContext.module("worker", TestLibraries.worker()))
			.withBean(Failing.class);
		runner.run((context) -> assertThat(context).getFailure().rootCause().isInstanceOf(ModulePanicException.class));
		assertThat(Analyses.of(runner)).isNull();
	}

	record Failing(@RelibModule("worker") Worker worker) implements InitializingBean {

		@Override
		public void afterPropertiesSet() {
			this.worker.fail("out of paper");
		}

	}

}
