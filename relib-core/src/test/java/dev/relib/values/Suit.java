package dev.relib.values;

enum Suit {

	CLUBS, DIAMONDS, HEARTS, SPADES

}
