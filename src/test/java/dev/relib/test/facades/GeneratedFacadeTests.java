// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.facades;

import java.io.IOException;
import java.util.Arrays;

import dev.relib.failure.ModulePanicException;
import dev.relib.test.FacadesOf;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@FacadesOf("generated")
class GeneratedFacadeTests extends AbstractFacadeTests {

	private static final String FACADE = "Abacus__RelibFacade";

	@Test
	void isGeneratedCode() {
		assertThat(this.abacus.getClass().getSimpleName()).isEqualTo(FACADE);
	}

	@Test
	void isPartOfStackTraces() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> this.abacus.fail(true))
			.satisfies((ex) -> assertThat(
					Arrays.stream(ex.getStackTrace()).filter((frame) -> frame.getClassName().endsWith(FACADE)))
				.singleElement()
				.satisfies((frame) -> {
					assertThat(frame.getMethodName()).isEqualTo("fail");
					assertThat(frame.getFileName()).isEqualTo(FACADE + ".java");
					assertThat(frame.getLineNumber()).isPositive();
				}));
	}

	@Test
	void callsImportsByGeneratedCode() {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.abacus.fail(false))
			.satisfies(
					(ex) -> assertThat(ex.getStackTrace()[1].getClassName()).endsWith("AbacusHost__RelibDispatcher"));
	}

}
