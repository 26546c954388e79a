// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

final class CardException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Card card;

	public CardException(Card card) {
		super(card.name());
		this.card = card;
	}

	Card card() {
		return this.card;
	}

}
