/*
 * The thread-specific keys of modules. libc is given no destructor: it would call it in a thread that ends after
 * the module is gone. The values are kept beside libc's, and destroyed with the thread's other locals.
 *
 * Any thread. Precondition: records_lock is not held.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_KEYS_H
#define RELIB_KEYS_H

#include "rebind.h"
#include "thread_records.h"

/*
 * Names the module that has the destructor, as that is the one that must not go before the key; NULL: none has it. Called
 * with records_lock held. A module that is named once no more is so before its keys_close.
 */
void keys_look_for_owner(struct thread_locals *(*owner)(uintptr_t destructor));

/*
 * As relib_host's functions. The module owns the key, unless another one has the destructor; keys_set and keys_delete
 * take any module's key.
 */
int keys_create(struct thread_locals *module, pthread_key_t *key, void (*destructor)(void *));
int keys_set(pthread_key_t key, const void *value);
int keys_delete(pthread_key_t key);

/*
 * Takes over keys that were made behind the host's back, with a destructor in the range, as if keys_create had made
 * them. Values are known from then on, and that of the calling thread. Returns how many.
 */
size_t keys_adopt(struct thread_locals *module, struct address_range range);

/* As relib_rt_keys. */
size_t keys_count(const struct thread_locals *module);

/* Deletes the module's keys. Precondition: no code of the module is left. */
void keys_close(const struct thread_locals *module);

#endif
