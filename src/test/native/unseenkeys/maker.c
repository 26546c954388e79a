/* SPDX-License-Identifier: Apache-2.0 */
#include "maker.h"

static int (*create)(pthread_key_t *, void (*)(void *));
static pthread_key_t own;
static int destroyed;

static void destroy(void *value)
{
	(void)value;
	destroyed++;
}

__attribute__((constructor)) static void prepare(void)
{
	create = pthread_key_create;
	create(&own, destroy);
	pthread_setspecific(own, &own);
}

__attribute__((visibility("default"))) void maker_use(void)
{
	pthread_setspecific(own, &own);
}

__attribute__((visibility("default"))) int maker_create_by_pointer(pthread_key_t *key, void (*destructor)(void *))
{
	return create(key, destructor);
}

__attribute__((visibility("default"))) int maker_create(pthread_key_t *key, void (*destructor)(void *))
{
	return pthread_key_create(key, destructor);
}
