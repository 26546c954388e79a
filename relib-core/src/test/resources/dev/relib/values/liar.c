/* SPDX-License-Identifier: Apache-2.0 */
/* Returns, and passes to the host, what is no value of the type. Counts what it is given back. */
#include "relib_module.h"

#include <stdlib.h>

typedef struct run {
	const void *ptr;
	size_t len;
} run;

typedef struct card {
	run name;
	int32_t suit;
} card;

RELIB_MODULE("1",
	"enum Suit { CLUBS, DIAMONDS, HEARTS, SPADES }\n"
	"record Card { name: str, suit: Suit }\n"
	"record Hand { cards: [Card] }\n"
	"exports Liar\n"
	"  card(lie: i32) -> Card\n"
	"  fails(lie: i32) -> unit throws Card\n"
	"  fails_undeclared() -> i32\n"
	"  given_back() -> i32\n"
	"  hand(lie: i32) -> Hand\n"
	"  ints(lie: i32) -> [i32]\n"
	"  pass_card(lie: i32) -> unit\n"
	"  pass_cards(lie: i32) -> unit\n"
	"  pass_suit(lie: i32) -> unit\n"
	"  pass_text(lie: i32) -> unit\n"
	"  suit(lie: i32) -> Suit\n"
	"  text(lie: i32) -> str\n"
	"imports Victim\n"
	"  card(card: Card) -> unit\n"
	"  cards(cards: [Card]) -> unit\n"
	"  suit(suit: Suit) -> unit\n"
	"  text(text: str) -> unit\n")

enum lie { TRUTH, NULL_BOX, NULL_POINTER, NEGATIVE_LENGTH, LONG, BAD_TEXT, BAD_TEXT_OF_THE_SECOND, BAD_SUIT, BAD_SECOND_SUIT };

static int32_t given_back;

static const run truth = { "king", 4 };
static const run bad_text = { "k\xffng", 4 };

static run lie_of_run(int32_t lie)
{
	switch (lie) {
	case NULL_POINTER:
		return (run){ NULL, 5 };
	case NEGATIVE_LENGTH:
		return (run){ "king", (size_t)-1 };
	case LONG:
		return (run){ "king", (size_t)1 << 31 };
	case BAD_TEXT:
		return bad_text;
	default:
		return truth;
	}
}

static card lie_of_card(int32_t lie)
{
	card card = { lie_of_run(lie), lie == BAD_SUIT ? 4 : 3 };
	return card;
}

static const run *cards(int32_t lie)
{
	static card both[2];
	static run slice;
	both[0] = lie_of_card(TRUTH);
	both[1] = lie_of_card(lie == BAD_TEXT_OF_THE_SECOND ? BAD_TEXT : lie == BAD_SECOND_SUIT ? BAD_SUIT : TRUTH);
	slice = (lie == BAD_TEXT_OF_THE_SECOND || lie == BAD_SECOND_SUIT) ? (run){ both, 2 } : lie_of_run(lie);
	return &slice;
}

#define POST(name)                                                                                     \
	RELIB_EXPORT void __post__relib__Liar_##name(void *box)                                            \
	{                                                                                                  \
		given_back++;                                                                                  \
		free(box);                                                                                     \
	}

#define BOXED(name, type, value)                                                                       \
	RELIB_EXPORT type *__relib__Liar_##name(uint8_t *success, int32_t lie)                             \
	{                                                                                                  \
		*success = RELIB_RETURNED;                                                                     \
		if (lie == NULL_BOX) {                                                                         \
			return NULL;                                                                               \
		}                                                                                              \
		type *box = malloc(sizeof *box);                                                               \
		*box = value;                                                                                  \
		return box;                                                                                    \
	}                                                                                                  \
	POST(name)

BOXED(text, run, lie_of_run(lie))
BOXED(ints, run, lie_of_run(lie))
BOXED(card, card, lie_of_card(lie))
BOXED(hand, run, *cards(lie))

RELIB_EXPORT int32_t __relib__Liar_suit(uint8_t *success, int32_t lie)
{
	*success = RELIB_RETURNED;
	return lie == BAD_SUIT ? -1 : 0;
}

RELIB_EXPORT int32_t __relib__Liar_given_back(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return given_back;
}

RELIB_EXPORT void __relib__Liar_fails(uint8_t *success, card **error, int32_t lie)
{
	*success = 3;
	if (lie != NULL_BOX) {
		*error = malloc(sizeof **error);
		**error = lie_of_card(lie);
	}
}

RELIB_EXPORT void __error__relib__Liar_fails(void *box)
{
	given_back++;
	free(box);
}

RELIB_EXPORT int32_t __relib__Liar_fails_undeclared(uint8_t *success)
{
	*success = 3;
	return 42;
}

#define PASS(name, type, value)                                                                        \
	RELIB_IMPORT_SLOT void (*__relib__Victim_##name)(uint8_t *, type);                                 \
	RELIB_EXPORT void __relib__Liar_pass_##name(uint8_t *success, int32_t lie)                         \
	{                                                                                                  \
		uint8_t told = 0;                                                                              \
		__relib__Victim_##name(&told, value);                                                          \
		*success = told == RELIB_RETURNED ? RELIB_RETURNED : RELIB_IMPORT_FAILED;                      \
	}

static const card *lent_card(int32_t lie)
{
	static card lent;
	lent = lie_of_card(lie);
	return lie == NULL_BOX ? NULL : &lent;
}

PASS(text, run, lie_of_run(lie))
PASS(suit, int32_t, lie == BAD_SUIT ? 1000 : 1)
PASS(card, const card *, lent_card(lie))
PASS(cards, run, *cards(lie))
