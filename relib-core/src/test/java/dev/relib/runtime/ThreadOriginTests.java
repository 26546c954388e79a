// SPDX-License-Identifier: Apache-2.0
package dev.relib.runtime;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadOriginTests {

	@Test
	void isTheInnermostCall() {
		assertThat(origin("start_worker+0x1f", "main+0x20")).isEqualTo("start_worker+0x1f");
	}

	@ParameterizedTest
	@ValueSource(strings = { "_RNvMs0_NtNtNtCsjrHSEGnQ3l9_3std3sys6thread4unixNtB5_6Thread3new+0xe1",
			"_RINvMNtCsjrHSEGnQ3l9_3std6threadNtB3_7Builder15spawn_unchecked_NCNvXs_NtCs2_10rayon_core8registry+0x1",
			"_ZN3std6thread7Builder16spawn_unchecked_17h0123456789abcdefE+0x9a",
			"_ZN5alloc5boxed16Box$LT$T$GT$3new17h0123456789abcdefE+0x3",
			"_ZN83_$LT$alloc..boxed..Box$LT$F$GT$$u20$as$u20$core..ops..FnOnce$GT$9call_once17h0123456789abcdefE+0x3",
			"_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE+0x4e",
			"_ZSt5asyncIPFvvEJEE+0x10", "thrd_create+0x62" })
	void isNotInTheLanguagesOwnLibrary(String inside) {
		assertThat(origin(inside, inside, "start_worker+0x1f")).isEqualTo("start_worker+0x1f");
	}

	@ParameterizedTest
	@ValueSource(strings = { "_RNvXs1_NtCs2_10rayon_core8registryNtB5_12DefaultSpawnNtB5_11ThreadSpawn5spawn+0x1c4",
			"_RINvCs2_6module5startNtNtCsjrHSEGnQ3l9_3std6thread6ThreadE+0x8", "_ZN4stdx5startEv+0x3",
			"_ZN88_$LT$rayon_core..registry..DefaultSpawn$u20$as$u20$core..ops..FnOnce$GT$5spawn17h0123456789abcdefE+0x192",
			"_ZN6module5startESt6thread+0x8", "_RNvCs2_4stdx5start+0x8" })
	void mayNameTheLanguagesLibrary(String outside) {
		assertThat(origin(outside, "main+0x20")).isEqualTo(outside);
	}

	@Test
	void isTheInnermostCallIfNoOtherHasAName() {
		assertThat(origin("0x2a1f", "0x3b00")).isEqualTo("0x2a1f");
		assertThat(origin("_ZSt5asyncIPFvvEJEE+0x10", "0x7f0012345678")).isEqualTo("_ZSt5asyncIPFvvEJEE+0x10");
		assertThat(origin("0x2a1f", "main+0x20")).isEqualTo("main+0x20");
	}

	private static String origin(String... names) {
		List<Long> frames = LongStream.range(0, names.length).boxed().toList();
		return ThreadOrigin.of(frames, (frame) -> names[(int) frame]);
	}

}
