/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "key_table.h"
#include "keys.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static struct thread_locals *owner;
static _Atomic(struct thread_locals *) known;
static atomic_bool closed;
static pthread_t closer;

static void destroy(void *value)
{
	(void)value;
}

/* As a ledger is closed: nobody finds it any more, then its keys go, and then it is gone. */
static void *close_owner(void *unused)
{
	atomic_store(&known, NULL);
	keys_close(owner);
	atomic_store(&closed, true);
	return unused;
}

/* The owner goes as soon as it has been found. */
static struct thread_locals *find_and_let_go(uintptr_t destructor)
{
	struct thread_locals *found = destructor == (uintptr_t)destroy ? atomic_load(&known) : NULL;
	if (found != NULL) {
		CHECK_EQUAL(0, pthread_create(&closer, NULL, close_owner, NULL));
		for (int i = 0; i < 100 && !atomic_load(&closed); i++) {
			usleep(1000);
		}
	}
	return found;
}

TEST(a_key_belongs_to_nobody_who_is_gone)
{
	struct thread_locals module = {0};
	pthread_key_t key;
	owner = calloc(1, sizeof(*owner));
	atomic_store(&known, owner);
	key_table_prepare();
	keys_look_for_owner(find_and_let_go);
	CHECK_EQUAL(0, keys_create(&module, &key, destroy));
	keys_look_for_owner(NULL);
	CHECK_EQUAL(0, pthread_join(closer, NULL));
	CHECK_EQUAL(0, keys_count(owner));
	free(owner);
	keys_close(&module);
}
