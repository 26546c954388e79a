// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

enum Suit {

	CLUBS, DIAMONDS, HEARTS, SPADES

}
