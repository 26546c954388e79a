// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import dev.relib.RelibExports;

/**
 * Returns values that violate their types; {@code liar.c} lists them by number.
 */
@RelibExports
interface Liar {

	String text(int lie);

	int[] ints(int lie);

	Card card(int lie);

	Hand hand(int lie);

	Suit suit(int lie);

	void fails(int lie) throws CardException;

	int failsUndeclared();

	void passText(int lie);

	void passSuit(int lie);

	void passCard(int lie);

	void passCards(int lie);

	int givenBack();

}
