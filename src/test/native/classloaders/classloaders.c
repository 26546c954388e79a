/* SPDX-License-Identifier: Apache-2.0 */
#include "deployed_counter.h"
#include "deployed_host.h"

#include <pthread.h>
#include <stdlib.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_DEPLOYED_COUNTER RELIB_CONTRACT_DEPLOYED_HOST)

static pthread_key_t key;
static pthread_t worker;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t wake = PTHREAD_COND_INITIALIZER;
static bool stop;

static void *work(void *unused)
{
	DeployedPoint point = {1, 2};
	DeployedPoint moved = deployed_host_move(&point);
	(void)moved;
	pthread_mutex_lock(&lock);
	while (!stop) {
		pthread_cond_wait(&wake, &lock);
	}
	pthread_mutex_unlock(&lock);
	return unused;
}

/* What a constructor makes is the module's only if its host is known by then. */
__attribute__((constructor)) static void begin(void)
{
	pthread_key_create(&key, free);
	pthread_setspecific(key, malloc(100));
}

RELIB_MAIN
{
	pthread_create(&worker, NULL, work, NULL);
}

RELIB_BEFORE_UNLOAD
{
	pthread_mutex_lock(&lock);
	stop = true;
	pthread_cond_signal(&wake);
	pthread_mutex_unlock(&lock);
	pthread_join(worker, NULL);
}

int32_t deployed_counter_next(void)
{
	if (pthread_getspecific(key) == NULL) {
		pthread_setspecific(key, malloc(100));
	}
	DeployedPoint point = {1, 2};
	DeployedPoint moved = deployed_host_move(&point);
	DeployedPointSlice points = {&moved, 1};
	return moved.x + moved.y + deployed_host_count(points, DEPLOYED_MOOD_GOOD);
}
