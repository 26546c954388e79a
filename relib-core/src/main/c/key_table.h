/*
 * The C library's own table of thread-specific keys and their destructors. It is found by keys of ours; where it is not
 * found, or looks otherwise than it should, it has no key. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_KEY_TABLE_H
#define RELIB_KEY_TABLE_H

#include "rebind.h"

#include <pthread.h>

/* Searches for the table, once. That waits for the loader: whoever holds a lock, or is waited for, does not want to. */
void key_table_prepare(void);

/* Where the table is; empty if it was not found. */
struct address_range key_table_range(void);

/* The destructor of a key that is in use; 0 if it has none, or is not in use. */
uintptr_t key_table_destructor(pthread_key_t key);

/* Tells this use of a key from the next one of the same key; 0: the table was not found, or the key is not in use. */
uintptr_t key_table_number(pthread_key_t key);

/* What a key was when it was noted. */
struct key_use {
	uintptr_t number;
	uintptr_t destructor; /* 0: any */
};

/* Deletes a key unless somebody has done so, and it may be another one's by now: number 0 is nothing to tell by. */
void key_table_delete(pthread_key_t key, struct key_use use);

/* Gives a key another destructor; 0: none. Returns false, and changes nothing, if it has not the expected one. */
bool key_table_exchange(pthread_key_t key, uintptr_t expected, uintptr_t destructor);

#endif
