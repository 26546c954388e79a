// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.util.List;

import dev.relib.RelibImports;

@RelibImports
interface Victim {

	void text(String text);

	void suit(Suit suit);

	void card(Card card);

	void cards(List<Card> cards);

}
