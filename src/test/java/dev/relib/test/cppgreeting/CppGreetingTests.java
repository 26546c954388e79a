// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppgreeting;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ModulePanicException;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.module.UnloadReport;
import dev.relib.test.CppModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class CppGreetingTests implements CppGreeterHost {

	private static Path library;

	private final ListAppender<ILoggingEvent> records = new ListAppender<>();

	private final List<String> notices = new ArrayList<>();

	private RuntimeException failure;

	private ModuleRegistry registry;

	private NativeModule module;

	private CppGreeter greeter;

	@BeforeAll
	static void compile(@TempDir Path directory) {
		library = CppModule.compile(directory, "cppgreeting", "cpp_greeter", "cpp_greeter_host");
	}

	@BeforeEach
	void load() {
		this.records.start();
		logger().setLevel(Level.TRACE);
		logger().addAppender(this.records);
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(CppGreeterHost.class, this)).build();
		this.module = this.registry.add(new ModuleDefinition("cppgreeting", library));
		this.greeter = this.module.exports(CppGreeter.class);
	}

	@AfterEach
	void unload() {
		logger().detachAppender(this.records);
		if (this.registry == null || this.module == null) {
			return;
		}
		this.failure = null;
		this.notices.clear();
		UnloadReport report = this.module.unload();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
		assertThat(this.notices).containsExactly("before unload");
		this.registry.close();
	}

	@Test
	void saysWhatItWasBuiltWith() {
		assertThat(this.module.info().serving().buildInfo()).containsEntry("language", "c++")
			.containsEntry("version", "1.2.3")
			.containsKey("compiler");
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
	void passesAMegabyte() {
		byte[] megabyte = new byte[1 << 20];
		Arrays.fill(megabyte, (byte) 'x');
		String text = new String(megabyte, StandardCharsets.UTF_8);
		assertThat(this.greeter.greet(text)).isEqualTo("Hello, " + text);
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
	void turnsAnExceptionOfTheModuleIntoOneOfJava() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.greeter.greet("nobody"))
			.satisfies((ex) -> {
				assertThat(ex.panic()).isEqualTo("who?");
				assertThat(ex.function()).isEqualTo("CppGreeter.greet");
			});
		assertThat(this.greeter.greet("Ada")).isEqualTo("Hello, Ada");
	}

	@Test
	void turnsWhateverIsThrownIntoAnException() {
		assertPanic(this.greeter::throwANumber, "an exception that is no std::exception");
		assertPanic(() -> this.greeter.throwAtLength(1000), "ä{500,512}");
		assertPanic(() -> this.greeter.panicAsInC("as in C"), "as in C");
	}

	@Test
	void survivesStdTerminate() {
		for (int i = 0; i < 3; i++) {
			assertPanic(this.greeter::terminate, "std::terminate was called");
			assertPanic(this.greeter::throwThroughNoexcept, "terminated by an exception: who\\?");
		}
		this.failure = new IllegalStateException("too late");
		assertThatThrownBy(() -> this.greeter.noticeThroughNoexcept("unheard")).isSameAs(this.failure);
		assertThat(this.greeter.greet("Ada")).isEqualTo("Hello, Ada");
	}

	private static void assertPanic(Runnable call, String panic) {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(call::run)
			.satisfies((ex) -> assertThat(ex.panic()).matches(panic));
	}

	@Test
	void bringsAnExceptionOfTheHostThroughCppFramesBackToItsCaller() {
		this.failure = new IllegalStateException("the printer is on fire");
		assertThatThrownBy(() -> this.greeter.notice("unheard")).isSameAs(this.failure);
		assertThat(messages()).containsExactly("dropped the guard");
		this.failure = null;
		this.greeter.notice("anybody?");
		assertThat(messages()).containsExactly("dropped the guard", "heard", "dropped the guard");
	}

	@Test
	void goesOnIfTheModuleCatchesTheFailure() {
		this.failure = new IllegalStateException("not so bad");
		assertThat(this.greeter.noticeOrGoOn("unheard")).isEqualTo("went on");
		this.failure = null;
		assertThat(this.greeter.noticeOrGoOn("again")).isEqualTo("heard");
	}

	@Test
	void survivesAnImportThatFailsWhileAnExceptionUnwinds() {
		this.failure = new IllegalStateException("no time");
		assertPanic(this.greeter::noticeWhileUnwinding, "the first one");
		assertThat(messages())
			.containsExactly("the import CppGreeterHost.notice failed while an exception was unwinding");
	}

	@Test
	void logsUnderTheModulesName() {
		this.greeter.log("ä🦀");
		assertThat(this.records.list).extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
			.containsExactly(tuple(Level.TRACE, "trace ä🦀"), tuple(Level.DEBUG, "debug ä🦀"),
					tuple(Level.INFO, "info ä🦀"), tuple(Level.WARN, "warn ä🦀"), tuple(Level.ERROR, "error ä🦀"));
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

	private List<String> messages() {
		return this.records.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("relib.cppgreeting");
	}

}
