// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unlistedcontract;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.UnlistedContractException;
import dev.relib.fixture.NativeFixture;
import dev.relib.fixture.OnOneJdk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A module with bindings that its contract leaves out is refused before it is opened: its
 * imports would never be bound, and its exports never be found.
 */
@OnOneJdk
class UnlistedContractTests {

	@TempDir
	private Path directory;

	private ModuleRegistry registry;

	@BeforeEach
	void build() {
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(UnlistedClock.class, (UnlistedClock) () -> 7))
			.build();
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@Test
	void loadsIfBothAreListed() {
		Path library = module("RELIB_CONTRACT_UNLISTED_GREETER RELIB_CONTRACT_UNLISTED_CLOCK");
		UnlistedGreeter greeter = this.registry.add(new ModuleDefinition("greeter", library))
			.exports(UnlistedGreeter.class);
		assertThat(greeter.millis()).isEqualTo(7);
	}

	@Test
	void namesAnImportThatIsNotListed() {
		UnlistedContractException ex = refusal(module("RELIB_CONTRACT_UNLISTED_GREETER"));
		assertThat(ex).hasMessageContaining("slot __relib__UnlistedClock_millis");
		assertThat(ex.trait()).isEqualTo("UnlistedClock");
		assertThat(ex.fix()).isEqualTo("Add RELIB_CONTRACT_UNLISTED_CLOCK to RELIB_MODULE.");
	}

	@Test
	void namesAnExportThatIsNotListed() {
		UnlistedContractException ex = refusal(module("RELIB_CONTRACT_UNLISTED_CLOCK"));
		assertThat(ex).hasMessageContaining("function __relib__UnlistedGreeter_");
		assertThat(ex.fix()).isEqualTo("Add RELIB_CONTRACT_UNLISTED_GREETER to RELIB_MODULE.");
	}

	@Test
	void namesBindingsThatAreNewerThanTheContract() {
		UnlistedContractException ex = refusal(
				module("RELIB_CONTRACT_UNLISTED_GREETER \"imports UnlistedClock\\n  seconds() -> i64\\n\""));
		assertThat(ex).hasMessageContaining("lists UnlistedClock without that function");
		assertThat(ex.fix()).contains("again with the same bindings of UnlistedClock");
	}

	@Test
	void namesAFunctionThatTheContractLeavesOut() {
		Path library = module("\"exports UnlistedGreeter\\n  greet() -> str\\n\" RELIB_CONTRACT_UNLISTED_CLOCK");
		ModuleDefinition definition = new ModuleDefinition("greeter", library);
		UnlistedContractException ex = catchThrowableOfType(UnlistedContractException.class,
				() -> this.registry.add(definition).exports(UnlistedGreeter.class));
		assertThat(ex).hasMessageContaining("function __relib__UnlistedGreeter_millis");
	}

	@Test
	void saysHowRustListsAnInterface() {
		Path library = NativeFixture.in(this.directory).kit().source("rust.c", """
				#include "relib_module.h"
				#undef RELIB_LANGUAGE
				#define RELIB_LANGUAGE "rust"
				RELIB_MODULE("1", "")
				RELIB_EXPORT extern void *__relib__WallClock_now;
				void *__relib__WallClock_now;
				""").compile("rust");
		assertThat(refusal(library).fix())
			.isEqualTo("Add wall_clock to \"imports { … }\" of relib_spring_module::module!.");
	}

	private UnlistedContractException refusal(Path library) {
		ModuleDefinition definition = new ModuleDefinition("greeter", library);
		UnlistedContractException ex = catchThrowableOfType(UnlistedContractException.class,
				() -> this.registry.add(definition));
		assertThat(ex).isNotNull();
		return ex;
	}

	private Path module(String contracts) {
		return NativeFixture.in(this.directory)
			.kit()
			.bindings("unlisted_greeter", "unlisted_clock")
			.source("greeter.c", """
					#include "unlisted_clock.h"
					#include "unlisted_greeter.h"
					RELIB_MODULE("1", %s)
					relib_string unlisted_greeter_greet(void) { return relib_string_of("hello"); }
					int64_t unlisted_greeter_millis(void) { return unlisted_clock_millis(); }
					""".formatted(contracts))
			.compile("greeter");
	}

}
