/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>

/* Sets the calling thread's value of the key that the library's constructor has made. */
void maker_use(void);

/* Makes a key by a pointer that the constructor has kept. */
int maker_create_by_pointer(pthread_key_t *key, void (*destructor)(void *));

/* Makes a key by calling the C library. */
int maker_create(pthread_key_t *key, void (*destructor)(void *));
