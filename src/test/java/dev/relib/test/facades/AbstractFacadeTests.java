// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.facades;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.ModuleClosedException;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.ExportCalls;
import dev.relib.module.LinkerOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A facade behaves the same, whether it is generated code or a proxy.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractFacadeTests {

	private ModuleRegistry registry;

	NativeModule module;

	Abacus abacus;

	@BeforeAll
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory).kit().bindings("abacus", "abacus_host").source("abacus.c", """
				#include "abacus.h"
				#include "abacus_host.h"
				RELIB_MODULE("1", RELIB_CONTRACT_ABACUS RELIB_CONTRACT_ABACUS_HOST)
				int32_t abacus_add(int32_t a, int32_t b) { return a + b; }
				int32_t abacus_nested(int32_t depth) { return depth == 0 ? 0 : 1 + abacus_host_again(depth - 1); }
				void abacus_fail(bool panics)
				{
					if (panics) {
						relib_panic("as it was told");
					}
					abacus_host_refuse();
				}
				int32_t abacus_half(int32_t number)
				{
					if (number % 2 != 0) {
						relib_panic("odd");
					}
					return number / 2;
				}
				uint32_t abacus_code_point(uint32_t character) { return character == 'x' ? 0xd800 : character; }
				Side abacus_turned(Side side) { return (Side)(side == 0 ? 1 : 7); }
				""").compile("abacus");
		AbacusHost host = new AbacusHost() {

			@Override
			public int again(int depth) {
				return AbstractFacadeTests.this.abacus.nested(depth);
			}

			@Override
			public void refuse() {
				AbstractFacadeTests.<RuntimeException>sneak(new IOException("refused"));
			}

		};
		this.registry = ModuleRegistry.builder()
			.linker(LinkerOption.JNI)
			.imports(ImportBinding.of(AbacusHost.class, host))
			.build();
		this.module = this.registry.add(new ModuleDefinition("abacus", library));
		this.abacus = this.module.exports(Abacus.class);
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> void sneak(Throwable thrown) throws T {
		throw (T) thrown;
	}

	@AfterAll
	void close() {
		this.registry.close();
	}

	@Test
	void callsFunctions() {
		assertThat(this.abacus.add(-3, 45)).isEqualTo(42);
		assertThat(this.abacus.half(4)).hasValue(2);
		assertThat(this.abacus.codePoint(0x1F600)).isEqualTo(0x1F600);
		assertThat(this.abacus.turned(Abacus.Side.LEFT)).isEqualTo(Abacus.Side.RIGHT);
	}

	@Test
	void runsDefaultMethods() {
		assertThat(this.abacus.addAll(1, 2, 3)).isEqualTo(6);
	}

	@Test
	void callsInsideOfCalls() {
		assertThat(this.abacus.nested(20)).isEqualTo(20);
	}

	@Test
	void isAnObjectLikeOthers() {
		assertThat(this.abacus).isEqualTo(this.abacus).isNotEqualTo(null).isNotEqualTo(new Object());
		assertThat(this.abacus).hasSameHashCodeAs(this.abacus).hasToString("Abacus of module 'abacus'");
		assertThat(this.abacus.hashCode()).isEqualTo(System.identityHashCode(this.abacus));
		assertThat(this.module.exports(Abacus.class)).isSameAs(this.abacus);
	}

	@Test
	void tellsOfPanics() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.abacus.fail(true))
			.withMessageContaining("Abacus.fail")
			.withMessageContaining("as it was told")
			.satisfies((ex) -> assertThat(Arrays.stream(ex.getStackTrace()).map(StackTraceElement::getMethodName))
				.contains("tellsOfPanics"));
		assertThat(this.abacus.half(1)).isEmpty();
	}

	@Test
	void passesExceptionsOfImportsOn() {
		assertThatExceptionOfType(Throwable.class).isThrownBy(() -> this.abacus.fail(false))
			.satisfies((ex) -> assertThat((ex.getCause() != null) ? ex.getCause() : ex).isInstanceOf(IOException.class)
				.hasMessage("refused"));
	}

	@Test
	void refusesWhatIsNoValue() {
		refused("Abacus.turned: argument side is null", () -> this.abacus.turned(null));
		refused("Abacus.turned: the return value is 7, which is no constant of Side (0 to 1)",
				() -> this.abacus.turned(Abacus.Side.RIGHT));
		refused("Abacus.code_point: argument character is 0xdc00, which is no code point that a text can have",
				() -> this.abacus.codePoint(0xdc00));
		refused("Abacus.code_point: the return value is 0xd800, which is no code point that a text can have",
				() -> this.abacus.codePoint('x'));
	}

	static void refused(String message, Runnable call) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call::run).withMessageContaining(message);
	}

	@Test
	void countsCallsPanicsAndFailedImports() {
		ExportCalls before = calls("Abacus.fail");
		ExportCalls added = calls("Abacus.add");
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.abacus.fail(true));
		assertThatExceptionOfType(Throwable.class).isThrownBy(() -> this.abacus.fail(false));
		assertThatExceptionOfType(Throwable.class).isThrownBy(() -> this.abacus.fail(false));
		this.module.reload();
		this.abacus.add(1, 1);
		ExportCalls after = calls("Abacus.fail");
		assertThat(after.calls() - before.calls()).isEqualTo(3);
		assertThat(after.panics() - before.panics()).isEqualTo(1);
		assertThat(after.failedImports() - before.failedImports()).isEqualTo(2);
		assertThat(after.durations()).isEmpty();
		assertThat(calls("Abacus.add").calls() - added.calls()).isEqualTo(1);
		assertThat(this.module.calls()).extracting(ExportCalls::export)
			.containsExactly("Abacus.add", "Abacus.code_point", "Abacus.fail", "Abacus.half", "Abacus.nested",
					"Abacus.turned");
	}

	@Test
	void countsCallsInsideOfCalls() {
		long before = calls("Abacus.nested").calls();
		this.abacus.nested(20);
		assertThat(calls("Abacus.nested").calls() - before).isEqualTo(21);
	}

	@Test
	void countsRefusedArgumentsOnce() {
		long before = calls("Abacus.turned").calls();
		refused("is null", () -> this.abacus.turned(null));
		refused("is 7", () -> this.abacus.turned(Abacus.Side.RIGHT));
		assertThat(calls("Abacus.turned").calls() - before).isEqualTo(2);
	}

	private ExportCalls calls(String export) {
		return this.module.calls().stream().filter((calls) -> calls.export().equals(export)).findFirst().orElseThrow();
	}

	@Test
	void servesAfterReloadsOnly() {
		this.module.reload();
		assertThat(this.abacus.add(1, 1)).isEqualTo(2);
		this.module.unload();
		assertThatExceptionOfType(ModuleClosedException.class).isThrownBy(() -> this.abacus.add(1, 1));
		this.module.load();
		assertThat(this.abacus.add(1, 1)).isEqualTo(2);
	}

	static boolean isProxy(Object facade) {
		return Proxy.isProxyClass(facade.getClass());
	}

}
