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

/* Where the table is; empty if it was not found. */
struct address_range key_table_range(void);

/* The destructor of a key that is in use; 0 if it has none, or is not in use. */
uintptr_t key_table_destructor(pthread_key_t key);

/* Gives a key another destructor; 0: none. Returns false, and changes nothing, if it has not the expected one. */
bool key_table_exchange(pthread_key_t key, uintptr_t expected, uintptr_t destructor);

#endif
