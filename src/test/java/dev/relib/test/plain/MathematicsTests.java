// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.NativeModule;
import dev.relib.failure.ErrnoException;
import dev.relib.module.ModuleKind;
import dev.relib.module.ModuleOptions;
import dev.relib.module.UnloadReport.Outcome;
import dev.relib.test.SystemLibrary;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MathematicsTests {

	@Test
	void isLoadedAndUnloadedAsAModule() {
		try (ModuleRegistry registry = ModuleRegistry.builder().build()) {
			NativeModule module = registry.add(new ModuleDefinition("math", SystemLibrary.find("libm.so.6"),
					ModuleOptions.builder().kind(ModuleKind.PLAIN).build()));
			Mathematics mathematics = module.exports(Mathematics.class);
			assertThat(mathematics.cos(0)).isEqualTo(1);
			assertThat(mathematics.hypot(3, 4)).isEqualTo(5);
			assertThat(mathematics.sqrtf(6.25f)).isEqualTo(2.5f);
			int[] exponent = new int[1];
			assertThat(mathematics.frexp(6, exponent)).isEqualTo(0.75);
			assertThat(exponent).containsExactly(3);
			assertThat(mathematics.log(1)).isZero();
			assertThatExceptionOfType(ErrnoException.class).isThrownBy(() -> mathematics.log(-1))
				.withMessageContaining("Numerical argument out of domain");
			assertThat(mathematics.power(2, 10)).isEqualTo(1024);
			assertThat(module.unload().outcome()).isEqualTo(Outcome.UNLOADED);
		}
	}

}
