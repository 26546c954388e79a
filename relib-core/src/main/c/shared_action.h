/*
 * A sigaction that handlers of signals read while another thread writes it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SHARED_ACTION_H
#define RELIB_SHARED_ACTION_H

#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#define ACTION_WORDS (sizeof(struct sigaction) / sizeof(uint64_t))

_Static_assert(sizeof(struct sigaction) % sizeof(uint64_t) == 0, "an action consists of words");

/* All zero: the default. Each word is whole; whether they belong together is the reader's to find out. */
struct shared_action {
	_Atomic uint64_t words[ACTION_WORDS];
};

/* Any thread; writers exclude each other. */
static inline void shared_write(struct shared_action *shared, const struct sigaction *action)
{
	uint64_t words[ACTION_WORDS];
	memcpy(words, action, sizeof(words));
	for (size_t i = 0; i < ACTION_WORDS; i++) {
		atomic_store(&shared->words[i], words[i]);
	}
}

static inline struct sigaction shared_read(const struct shared_action *shared)
{
	struct sigaction action;
	uint64_t words[ACTION_WORDS];
	for (size_t i = 0; i < ACTION_WORDS; i++) {
		words[i] = atomic_load(&shared->words[i]);
	}
	memcpy(&action, words, sizeof(action));
	return action;
}

#endif
