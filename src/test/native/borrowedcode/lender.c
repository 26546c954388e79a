// SPDX-License-Identifier: Apache-2.0
#include "lender.h"
#include "lender_host.h"

#include <unistd.h>

RELIB_MODULE("1", RELIB_CONTRACT_LENDER RELIB_CONTRACT_LENDER_HOST)

static volatile int inside;
static volatile int awake;

static void call_host(void)
{
	lender_host_called();
}

static void sleep_inside(void)
{
	inside = 1;
	while (!awake) {
		usleep(100000);
	}
}

static void compute_inside(void)
{
	inside = 1;
	while (!awake) {
	}
}

int64_t lender_calls_host(void)
{
	return (int64_t)(intptr_t)call_host;
}

int64_t lender_sleeps(void)
{
	return (int64_t)(intptr_t)sleep_inside;
}

int64_t lender_computes(void)
{
	return (int64_t)(intptr_t)compute_inside;
}

int32_t lender_is_inside(void)
{
	return inside;
}

void lender_wake(void)
{
	awake = 1;
}
