// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.fixture.Command;
import dev.relib.processor.Sources;
import dev.relib.processor.Tools;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A source that includes the header of an interface and leaves it out in RELIB_MODULE
 * does not compile.
 */
class UnlistedContractIsAnErrorTests {

	@TempDir
	Path folder;

	@BeforeEach
	void write() {
		Sources.write(Sources.contract("RelibExports", "Greeter", "void greet();"), this.folder);
		Sources.write(Sources.contract("RelibExports", "ClockGreeter", "void greet();"), this.folder);
		Sources.write(Sources.contract("RelibImports", "Clock", "long millis();"), this.folder);
	}

	@Test
	void namesEachThatIsLeftOut() {
		Command.Result result = compile("RELIB_CONTRACT_CLOCK_GREETER");
		assertThat(result.output()).contains("add RELIB_CONTRACT_GREETER to RELIB_MODULE")
			.contains("add RELIB_CONTRACT_CLOCK to RELIB_MODULE")
			.doesNotContain("add RELIB_CONTRACT_CLOCK_GREETER");
		assertThat(result.exitCode()).isNotZero();
	}

	@Test
	void takesThemInAnyOrderAndByTheirText() {
		Command.Result result = compile(
				"RELIB_CONTRACT_CLOCK \"exports Greeter\\n  greet() -> unit\\n\" RELIB_CONTRACT_CLOCK_GREETER");
		assertThat(result.output()).isEmpty();
		assertThat(result.exitCode()).isZero();
	}

	private Command.Result compile(String contracts) {
		Tools.write(this.folder, "module.cpp", """
				#include "clock.hpp"
				#include "clock_greeter.hpp"
				#include "greeter.hpp"
				RELIB_MODULE("1", %s)
				""".formatted(contracts));
		List<String> command = new ArrayList<>(List.of("c++", "-std=c++17", "-fsyntax-only"));
		command.addAll(List.of(Tools.WARNINGS.split(" ")));
		command.addAll(List.of("-I" + Tools.KIT, "-I" + Tools.CPP_KIT, "module.cpp"));
		return new Command(this.folder, command).run();
	}

}
