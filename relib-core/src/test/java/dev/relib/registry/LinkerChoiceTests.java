// SPDX-License-Identifier: Apache-2.0
package dev.relib.registry;

import java.nio.file.Path;

import dev.relib.failure.LinkerUnavailableException;
import dev.relib.module.LinkerOption;
import dev.relib.os.PrivateDirectory;
import dev.relib.runtime.RuntimeLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinkerChoiceTests {

	private static LinkerChoice choose(LinkerOption option) {
		try (PrivateDirectory copies = RuntimeLibrary.createDirectory(Path.of(System.getProperty("java.io.tmpdir")))) {
			return LinkerChoice.of(option, copies);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "JNI", "JNA" })
	void usesTheOneThatWasAskedForOnEachJdk(LinkerOption option) {
		assertThat(choose(option).linker().name()).isEqualTo(option.text());
		assertThat(choose(option).info().used()).isEqualTo(option);
	}

	@Test
	void saysOfEachFasterOneThatAnotherWasAskedFor() {
		assertThat(choose(LinkerOption.JNA).info().notes()).contains("ffm: relib.linker is jna",
				"jni: relib.linker is jna");
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_21)
	void choosesJniByItselfOnAnOlderJdkAndSaysWhyNotFfm() {
		LinkerChoice choice = choose(LinkerOption.AUTO);
		assertThat(choice.linker().name()).isEqualTo("jni");
		assertThat(choice.info().used()).isEqualTo(LinkerOption.JNI);
		assertThat(choice.info().notes())
			.containsExactly("ffm: it needs JDK 22 or later, and this is " + Runtime.version().feature());
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_22)
	void choosesFfmByItselfOnANewerJdkAndHasNothingToSay() {
		LinkerChoice choice = choose(LinkerOption.AUTO);
		assertThat(choice.linker().name()).isEqualTo("ffm");
		assertThat(choice.info().used()).isEqualTo(LinkerOption.FFM);
		assertThat(choice.info().notes()).isEmpty();
	}

	@Test
	@EnabledForJreRange(max = JRE.JAVA_21)
	void refusesFfmOnAnOlderJdk() {
		assertThatExceptionOfType(LinkerUnavailableException.class).isThrownBy(() -> choose(LinkerOption.FFM))
			.withMessageContaining("relib.linker is ffm")
			.withMessageContaining("it needs JDK 22 or later, and this is " + Runtime.version().feature())
			.withMessageContaining("set relib.linker to auto")
			.satisfies((ex) -> assertThat(ex.linker()).isEqualTo(LinkerOption.FFM));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_22)
	void usesFfmOnANewerJdk() {
		assertThat(choose(LinkerOption.FFM).linker().name()).isEqualTo("ffm");
		assertThat(choose(LinkerOption.FFM).info().notes()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void optionsAreFoundByTheirText(LinkerOption option) {
		assertThat(LinkerOption.of(option.text())).isEqualTo(option);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "FFM", "jnr" })
	void refusesAnOptionThatThereIsNot(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> LinkerOption.of(text))
			.withMessage("relib.linker is auto, ffm, jni or jna, not '" + text + "'");
	}

}
