// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.util.concurrent.atomic.AtomicInteger;

import dev.relib.fixture.ChildJvm;
import dev.relib.module.FailedImport;
import dev.relib.module.ModuleOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A failed import is hidden from modules built with upstream's crates, whose code would
 * abort the process.
 */
class FailedImportTests {

	@Test
	void throwsAtTheCallerOfTheExportWhenItReturns() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			RuntimeException failure = new IllegalStateException("no answer");
			module.host.answer = (question) -> {
				throw failure;
			};
			assertThatThrownBy(() -> module.crate.ask("")).isSameAs(failure);
			module.host.answer = (question) -> "fine";
			assertThat(module.crate.ask("")).isEqualTo("<fine>");
		}
	}

	@Test
	void throwsWhatFailedFirst() {
		AtomicInteger count = new AtomicInteger();
		Host failing = new Host() {
			@Override
			public int count() {
				throw new IllegalStateException("failure " + count.incrementAndGet());
			}
		};
		try (UpstreamModule module = UpstreamModule.load("unloading", ModuleOptions.DEFAULT, failing)) {
			assertThatThrownBy(module.crate::countTwice).hasMessage("failure 1")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).hasSize(1));
		}
	}

	@Test
	void leavesTheOuterCallsFailureToTheOuterCall() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.host.answer = (question) -> {
				if (question.equals("inner")) {
					throw new IllegalStateException("inner");
				}
				assertThatThrownBy(() -> module.crate.ask("inner")).hasMessage("inner");
				assertThat(module.crate.version()).isOne();
				return "outer";
			};
			assertThat(module.crate.ask("outer")).isEqualTo("<outer>");
		}
	}

	@Test
	void returnsADefaultValueOnAThreadOfTheModule() {
		try (UpstreamModule module = UpstreamModule.load("unloading")) {
			module.host.answer = (question) -> {
				throw new IllegalStateException("no answer");
			};
			assertThat(module.crate.askOnAThread("?")).isEmpty();
			module.host.answer = (question) -> Thread.currentThread().isDaemon() + question;
			assertThat(module.crate.askOnAThread("?")).isEqualTo("true?");
		}
	}

	@Test
	void abortsTheProcessIfConfigured() {
		UpstreamCrate.library("unloading");
		ChildJvm.Result result = new ChildJvm().option("-XX:-CreateCoredumpOnCrash").run(Aborting.class);
		assertThat(result.exitCode()).isNotZero();
		assertThat(result.output()).contains("host panicked while executing import").doesNotContain("survived");
	}

	/**
	 * Lets an import fail with {@link FailedImport#ABORT}.
	 */
	static final class Aborting {

		private Aborting() {
		}

		public static void main(String[] args) {
			ModuleOptions options = ModuleOptions.builder().failedImport(FailedImport.ABORT).build();
			UpstreamModule module = UpstreamModule.load("unloading", options);
			module.host.answer = (question) -> {
				throw new IllegalStateException("no answer");
			};
			module.crate.ask("");
			System.out.println("survived");
		}

	}

}
