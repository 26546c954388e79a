#include <stdint.h>
#include <unistd.h>

#include "heir.h"
#include "notary.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_HEIR RELIB_CONTRACT_NOTARY)

static void *run(void *millis)
{
	usleep((useconds_t)(uintptr_t)millis * 1000);
	notary_inherited();
	return NULL;
}

static void start(void *millis)
{
	pthread_t thread;
	if (pthread_create(&thread, NULL, run, millis) == 0) {
		pthread_detach(thread);
	}
}

void heir_leave(int32_t millis)
{
	static pthread_key_t key;
	if (pthread_key_create(&key, start) != 0 || pthread_setspecific(key, (void *)(uintptr_t)millis) != 0) {
		relib_panic("no thread-local");
	}
}
