/* SPDX-License-Identifier: Apache-2.0 */
#include "maker.h"

#ifdef KIT
#include "key_user.h"
RELIB_MODULE("1.0.0", RELIB_CONTRACT_KEY_USER)
#define EXPORT(name) void key_user_##name(void)
#else
#define EXPORT(name) __attribute__((visibility("default"))) void name(void)
#endif

static pthread_key_t key;
static int destroyed;

static void destroy(void *value)
{
	(void)value;
	destroyed++;
}

EXPORT(use_its_key)
{
	maker_use();
}

EXPORT(use_own_key)
{
	maker_create(&key, destroy);
	pthread_setspecific(key, &key);
}

EXPORT(use_own_key_by_pointer)
{
	maker_create_by_pointer(&key, destroy);
	pthread_setspecific(key, &key);
}
