// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.greeting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GreetingTests implements GreeterHost {

	private final List<String> notices = new ArrayList<>();

	private RuntimeException failure;

	private ModuleRegistry registry;

	private NativeModule module;

	private Greeter greeter;

	@BeforeAll
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("greeter", "greeter_host")
			.source(GreetingTests.class, "greeting.c")
			.compile("greeting");
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(GreeterHost.class, this)).build();
		this.module = this.registry.add(new ModuleDefinition("greeting", library));
		this.greeter = this.module.exports(Greeter.class);
	}

	@AfterAll
	void unload() {
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
		this.registry.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Ada", "Grüße, 世界 🦀", "a\0b" })
	void passesText(String name) {
		assertThat(this.greeter.greet(name)).isEqualTo("Hello, " + name);
	}

	@Test
	void passesBytes() {
		assertThat(this.greeter.reverse(new byte[] { 1, 2, -3 })).containsExactly(-3, 2, 1);
		assertThat(this.greeter.reverse(new byte[0])).isEmpty();
	}

	@Test
	void passesNumbers() {
		assertThat(this.greeter.not(true)).isFalse();
		assertThat(this.greeter.not(false)).isTrue();
		assertThat(this.greeter.nextByte(Byte.MAX_VALUE)).isEqualTo(Byte.MIN_VALUE);
		assertThat(this.greeter.nextByte((byte) -2)).isEqualTo((byte) -1);
		assertThat(this.greeter.nextShort((short) -300)).isEqualTo((short) -299);
		assertThat(this.greeter.nextInt(-2_000_000_000)).isEqualTo(-1_999_999_999);
		assertThat(this.greeter.nextLong(Long.MIN_VALUE)).isEqualTo(Long.MIN_VALUE + 1);
		assertThat(this.greeter.half(-1.5f)).isEqualTo(-0.75f);
		assertThat(this.greeter.third(1)).isEqualTo(1 / 3d);
	}

	@Test
	void callsTheHostWithEveryType() {
		String described = this.greeter.throughTheHost("héllo", true, (byte) -1, (short) -2, -3, -4L, -0.5f, -0.25,
				new byte[] { 9, 8 });
		assertThat(described).isEqualTo("héllo true -1 -2 -3 -4 -0.5 -0.25 [9, 8]");
	}

	@Test
	void turnsAPanicIntoAnException() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.greeter.panic("out of paper: ½"))
			.satisfies((ex) -> {
				assertThat(ex.panic()).isEqualTo("out of paper: ½");
				assertThat(ex.function()).isEqualTo("Greeter.panic");
			});
		assertThat(this.notices).contains("out of paper: ½");
	}

	@Test
	void bringsAnExceptionOfTheHostBackToItsCaller() {
		this.failure = new IllegalStateException("the printer is on fire");
		assertThatThrownBy(() -> this.greeter.panic("unheard")).isSameAs(this.failure);
		this.failure = null;
	}

	@Test
	void passesAMegabyte() {
		byte[] megabyte = new byte[1 << 20];
		Arrays.fill(megabyte, (byte) 'x');
		String text = new String(megabyte, StandardCharsets.UTF_8);
		assertThat(this.greeter.greet(text)).isEqualTo("Hello, " + text);
	}

	@Override
	public String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes) {
		return String.join(" ", text, "" + flag, "" + b, "" + s, "" + i, "" + l, "" + f, "" + d,
				Arrays.toString(bytes));
	}

	@Override
	public void notice(String text) {
		if (this.failure != null) {
			throw this.failure;
		}
		this.notices.add(text);
	}

}
