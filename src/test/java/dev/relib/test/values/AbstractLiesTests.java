package dev.relib.test.values;

import java.lang.reflect.Proxy;
import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
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
abstract class AbstractLiesTests {

	private static final String UNKNOWN = " is 7, which is no constant of Level (0 to 2)";

	private ModuleRegistry registry;

	NativeModule module;

	private Lies lies;

	private int heard;

	abstract Path compile(Path directory);

	@BeforeAll
	void load(@TempDir Path directory) {
		LiesHost host = (LiesHost) Proxy.newProxyInstance(LiesHost.class.getClassLoader(),
				new Class<?>[] { LiesHost.class }, (proxy, method, arguments) -> {
					this.heard++;
					return null;
				});
		this.registry = ModuleRegistry.builder().imports(ImportBinding.of(LiesHost.class, host)).build();
		this.module = this.registry.add(new ModuleDefinition("lies", compile(directory)));
		this.lies = this.module.exports(Lies.class);
	}

	@AfterAll
	void unloadWithoutALeak() {
		UnloadReport report = this.module.unload();
		this.registry.close();
		assertThat(report.outcome()).isEqualTo(Outcome.UNLOADED);
		assertThat(report.leaks().count()).isZero();
	}

	@Test
	void refusesWhatIsReturned() {
		refused(() -> this.lies.text(), "Lies.text: the return value is not UTF-8 (4 bytes)");
		refused(() -> this.lies.level(), "Lies.level: the return value" + UNKNOWN);
		refused(() -> this.lies.part(), "Lies.part: the return value.level" + UNKNOWN);
		refused(() -> this.lies.parts(), "Lies.parts: the return value[1].name is not UTF-8 (4 bytes)");
		refused(() -> this.lies.texts(), "Lies.texts: the return value[1] is not UTF-8 (4 bytes)");
	}

	@Test
	void refusesWhatIsThrown() {
		refused(() -> this.lies.fail(), "Lies.fail: the declared error.parts[1].name is not UTF-8 (4 bytes)");
	}

	@Test
	void refusesWhatIsPassed() {
		refused(() -> this.lies.passText(), "LiesHost.text: argument v is not UTF-8 (4 bytes)");
		refused(() -> this.lies.passLevel(), "LiesHost.level: argument v" + UNKNOWN);
		refused(() -> this.lies.passParts(), "LiesHost.parts: argument v[1].name is not UTF-8 (4 bytes)");
		assertThat(this.heard).isZero();
	}

	static void refused(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call).withMessage(message);
	}

}
