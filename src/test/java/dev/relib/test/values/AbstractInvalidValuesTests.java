// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.lang.reflect.Proxy;
import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.ModuleRegistryBuilder;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidValueException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Invalid values from a module are refused, and their memory is freed. Safe Rust can not
 * create such values.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractInvalidValuesTests {

	private static final String UNKNOWN = " is 7, which is no constant of Level (0 to 2)";

	private ModuleRegistry registry;

	NativeModule module;

	private InvalidValues invalid;

	private int heard;

	abstract Path compile(Path directory);

	/** Begins the registry, whose linker a subclass may choose. */
	ModuleRegistryBuilder registry() {
		return ModuleRegistry.builder();
	}

	@BeforeAll
	void load(@TempDir Path directory) {
		InvalidValuesHost host = (InvalidValuesHost) Proxy.newProxyInstance(InvalidValuesHost.class.getClassLoader(),
				new Class<?>[] { InvalidValuesHost.class }, (proxy, method, arguments) -> {
					this.heard++;
					return null;
				});
		this.registry = registry().imports(ImportBinding.of(InvalidValuesHost.class, host)).build();
		this.module = this.registry.add(new ModuleDefinition("invalid_values", compile(directory)));
		this.invalid = this.module.exports(InvalidValues.class);
	}

	@AfterAll
	void unloadWithoutALeak() {
		UnloadReport report = this.module.unload();
		this.registry.close();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
	}

	@Test
	void refusesInvalidReturns() {
		refused(() -> this.invalid.text(), "InvalidValues.text: the return value is not UTF-8 (4 bytes)");
		refused(() -> this.invalid.level(), "InvalidValues.level: the return value" + UNKNOWN);
		refused(() -> this.invalid.part(), "InvalidValues.part: the return value.level" + UNKNOWN);
		refused(() -> this.invalid.parts(), "InvalidValues.parts: the return value[1].name is not UTF-8 (4 bytes)");
		refused(() -> this.invalid.texts(), "InvalidValues.texts: the return value[1] is not UTF-8 (4 bytes)");
	}

	@Test
	void refusesInvalidErrors() {
		refused(() -> this.invalid.fail(),
				"InvalidValues.fail: the declared error.parts[1].name is not UTF-8 (4 bytes)");
	}

	@Test
	void refusesInvalidArguments() {
		refused(() -> this.invalid.passText(), "InvalidValuesHost.text: argument v is not UTF-8 (4 bytes)");
		refused(() -> this.invalid.passLevel(), "InvalidValuesHost.level: argument v" + UNKNOWN);
		refused(() -> this.invalid.passParts(), "InvalidValuesHost.parts: argument v[1].name is not UTF-8 (4 bytes)");
		assertThat(this.heard).isZero();
	}

	static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call).withMessage(message);
	}

}
