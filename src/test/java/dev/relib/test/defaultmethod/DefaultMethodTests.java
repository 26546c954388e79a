// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

import java.nio.file.Path;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.fixture.NativeFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Default methods of an export interface run, and a checked exception that the interface
 * declares is the one that was thrown.
 */
class DefaultMethodTests {

	private final WorkException thrown = new WorkException(new Reason("disk"));

	private ModuleRegistry registry;

	private HiddenWork work;

	@BeforeEach
	void load(@TempDir Path directory) {
		Path library = NativeFixture.in(directory)
			.kit()
			.bindings("hidden_work", "work_hook")
			.source(DefaultMethodTests.class, "defaultmethod.c")
			.compile("work");
		this.registry = ModuleRegistry.builder()
			.imports(ImportBinding.of(WorkHook.class,
					(number) -> DefaultMethodTests.<RuntimeException>sneak(this.thrown)))
			.build();
		this.work = this.registry.add(new ModuleDefinition("work", library)).exports(HiddenWork.class);
	}

	@AfterEach
	void close() {
		this.registry.close();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> int sneak(Throwable exception) throws T {
		throw (T) exception;
	}

	@Test
	void runAlthoughTheirInterfaceIsNotPublic() {
		assertThat(this.work.twice(4)).isEqualTo(8);
		assertThat(this.work.sum(1, 2, 3)).isEqualTo(9);
		assertThat(this.work.greet()).startsWith("hello");
	}

	@Test
	void throwTheirOwnExceptions() {
		assertThatExceptionOfType(WorkException.class).isThrownBy(this.work::failing)
			.withMessage("from a default method");
	}

	@Test
	void leaveACheckedExceptionOfAnImportAsItIs() {
		assertThatThrownBy(() -> this.work.checked(1)).isSameAs(this.thrown);
	}

}
