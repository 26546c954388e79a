// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Text crosses as it is, or not at all.
 */
class Utf8Tests {

	private static final String[] PIECES = { "a", "?", "??", "\u0000", "\u00fc", "\u20ac", "\ud83d\ude00" };

	private final Random random = new Random(7);

	@Test
	void writesTextsOfAnyLengthWithQuestionMarks() {
		for (int pieces = 0; pieces < 60; pieces++) {
			for (int kinds = 1; kinds <= PIECES.length; kinds++) {
				String text = text(pieces, kinds);
				assertThat(Utf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	@Test
	void refusesHalfASurrogatePairWhereverItIs() {
		for (int length = 1; length < 40; length++) {
			for (int at = 0; at < length; at++) {
				for (int kinds = 1; kinds <= PIECES.length; kinds++) {
					String half = text(at, kinds) + ((at % 2 == 0) ? '\ud83d' : '\ude00')
							+ text(length - at - 1, kinds);
					assertThatExceptionOfType(MarshallingException.class).isThrownBy(() -> Utf8.encode(half));
				}
			}
		}
	}

	/** A few of the first kinds of pieces. */
	private String text(int pieces, int kinds) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < pieces; i++) {
			text.append(PIECES[this.random.nextInt(kinds)]);
		}
		return text.toString();
	}

}
