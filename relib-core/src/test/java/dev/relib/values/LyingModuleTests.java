// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.relib.ImportBinding;
import dev.relib.ModuleDefinition;
import dev.relib.ModuleRegistry;
import dev.relib.failure.InvalidValueException;
import dev.relib.failure.ModulePanicException;
import dev.relib.fixture.NativeFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The host checks the values of a module, and frees owned returns in any case.
 */
class LyingModuleTests {

	private static final int TRUTH = 0;

	private static final int NULL_BOX = 1;

	private static final int NULL_POINTER = 2;

	private static final int NEGATIVE_LENGTH = 3;

	private static final int LONG = 4;

	private static final int BAD_TEXT = 5;

	private static final int BAD_TEXT_OF_THE_SECOND = 6;

	private static final int BAD_SUIT = 7;

	private static final int BAD_SECOND_SUIT = 8;

	private static final String TOO_LONG = "has a length of 2147483648, more than a Java array can hold";

	private static final String NEGATIVE = "has a length of 18446744073709551615, more than a Java array can hold";

	private static final String NULL = "is a null pointer with a length of 5";

	@TempDir
	static Path directory;

	private static ModuleRegistry registry;

	private static Liar liar;

	private static final List<Object> HEARD = new ArrayList<>();

	@BeforeAll
	static void load() {
		Victim victim = (Victim) Proxy.newProxyInstance(Victim.class.getClassLoader(), new Class<?>[] { Victim.class },
				(proxy, method, arguments) -> {
					HEARD.add(arguments[0]);
					return null;
				});
		Path library = NativeFixture.in(directory).kit().source(LyingModuleTests.class, "liar.c").compile("liar");
		registry = ModuleRegistry.builder().imports(ImportBinding.of(Victim.class, victim)).build();
		liar = registry.add(new ModuleDefinition("liar", library)).exports(Liar.class);
	}

	@AfterAll
	static void unload() {
		registry.close();
	}

	@Test
	void canTellTheTruth() {
		assertThat(liar.text(TRUTH)).isEqualTo("king");
		assertThat(liar.card(TRUTH)).isEqualTo(new Card("king", Suit.SPADES));
		assertThat(liar.suit(TRUTH)).isEqualTo(Suit.CLUBS);
	}

	@Test
	void returnsNoBox() {
		refused(0, () -> liar.text(NULL_BOX), "Liar.text: the return value is a null pointer");
		refused(0, () -> liar.card(NULL_BOX), "Liar.card: the return value is a null pointer");
	}

	@Test
	void returnsWrongLengths() {
		refused(1, () -> liar.text(NULL_POINTER), "Liar.text: the return value " + NULL);
		refused(1, () -> liar.text(NEGATIVE_LENGTH), "Liar.text: the return value " + NEGATIVE);
		refused(1, () -> liar.text(LONG), "Liar.text: the return value " + TOO_LONG);
		refused(1, () -> liar.ints(LONG), "Liar.ints: the return value " + TOO_LONG);
		refused(1, () -> liar.hand(NULL_POINTER), "Liar.hand: the return value.cards " + NULL);
		refused(1, () -> liar.hand(NEGATIVE_LENGTH), "Liar.hand: the return value.cards " + NEGATIVE);
	}

	@Test
	void returnsTextThatIsNone() {
		refused(1, () -> liar.text(BAD_TEXT), "Liar.text: the return value is not UTF-8 (4 bytes)");
		refused(1, () -> liar.card(BAD_TEXT), "Liar.card: the return value.name is not UTF-8 (4 bytes)");
		refused(1, () -> liar.hand(BAD_TEXT_OF_THE_SECOND),
				"Liar.hand: the return value.cards[1].name is not UTF-8 (4 bytes)");
	}

	@Test
	void returnsUnknownConstants() {
		refused(0, () -> liar.suit(BAD_SUIT),
				"Liar.suit: the return value is -1, which is no constant of Suit (0 to 3)");
		refused(1, () -> liar.card(BAD_SUIT),
				"Liar.card: the return value.suit is 4, which is no constant of Suit (0 to 3)");
		refused(1, () -> liar.hand(BAD_SECOND_SUIT),
				"Liar.hand: the return value.cards[1].suit is 4, which is no constant of Suit (0 to 3)");
	}

	@Test
	void failsWithAnErrorThatIsNone() {
		assertThatExceptionOfType(CardException.class).isThrownBy(() -> liar.fails(TRUTH))
			.withMessage("king")
			.satisfies((ex) -> assertThat(ex.card()).isEqualTo(new Card("king", Suit.SPADES)));
		refused(0, () -> liar.fails(NULL_BOX), "Liar.fails: the declared error is a null pointer");
		refused(1, () -> liar.fails(BAD_TEXT), "Liar.fails: the declared error.name is not UTF-8 (4 bytes)");
		refused(1, () -> liar.fails(BAD_SUIT),
				"Liar.fails: the declared error.suit is 4, which is no constant of Suit (0 to 3)");
	}

	@Test
	void failsInAWayThatItDoesNotDeclare() {
		assertThatExceptionOfType(ModulePanicException.class).isThrownBy(() -> liar.failsUndeclared());
	}

	@Test
	void passesWhatIsNone() {
		HEARD.clear();
		refused(0, () -> liar.passText(NULL_POINTER), "Victim.text: argument text " + NULL);
		refused(0, () -> liar.passText(NEGATIVE_LENGTH), "Victim.text: argument text " + NEGATIVE);
		refused(0, () -> liar.passText(BAD_TEXT), "Victim.text: argument text is not UTF-8 (4 bytes)");
		refused(0, () -> liar.passSuit(BAD_SUIT),
				"Victim.suit: argument suit is 1000, which is no constant of Suit (0 to 3)");
		refused(0, () -> liar.passCard(NULL_BOX), "Victim.card: argument card is a null pointer");
		refused(0, () -> liar.passCard(BAD_TEXT), "Victim.card: argument card.name is not UTF-8 (4 bytes)");
		refused(0, () -> liar.passCards(NULL_POINTER), "Victim.cards: argument cards " + NULL);
		refused(0, () -> liar.passCards(BAD_SECOND_SUIT),
				"Victim.cards: argument cards[1].suit is 4, which is no constant of Suit (0 to 3)");
		assertThat(HEARD).isEmpty();
		liar.passCard(TRUTH);
		assertThat(HEARD).containsExactly(new Card("king", Suit.SPADES));
	}

	private static void refused(int boxes, ThrowingCallable call, String message) {
		int before = liar.givenBack();
		assertThatExceptionOfType(InvalidValueException.class).isThrownBy(call).withMessage(message);
		assertThat(liar.givenBack() - before).as("boxes given back").isEqualTo(boxes);
	}

}
