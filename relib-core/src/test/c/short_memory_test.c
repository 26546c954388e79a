/*
 * What memory the ledger takes for its own tables, and what it does when that is short. Linked with
 * --wrap=calloc.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "hooks.h"
#include "redirect.h"
#include "relib_module.h"
#include "relib_rt.h"

#include <aio.h>
#include <errno.h>
#include <netdb.h>

int redirected_aio_read(struct aiocb *request);
int redirected_lio_listio(int mode, struct aiocb *const list[], int count, struct sigevent *event);
int redirected_getaddrinfo_a(int mode, struct gaicb *list[], int count, struct sigevent *event);

static const relib_host *host;
static struct relib_ledger *ledger;
static bool memory_is_short;
static size_t last_capacity;

void *__real_calloc(size_t count, size_t size);
void *__wrap_calloc(size_t count, size_t size);

void *__wrap_calloc(size_t count, size_t size)
{
	last_capacity = count;
	return memory_is_short ? NULL : __real_calloc(count, size);
}

static bool attach(const relib_host *attached_host, struct relib_ledger *attached_ledger)
{
	host = attached_host;
	ledger = attached_ledger;
	return true;
}

static void open_ledger(void)
{
	static const relib_module_descriptor descriptor = {
		RELIB_ABI_VERSION, sizeof(relib_module_descriptor), RELIB_TEXT(""), RELIB_TEXT(""), attach, NULL, NULL,
	};
	CHECK_EQUAL(0, relib_rt_attach(relib_rt_ledger_open("test", 7), &descriptor));
}

static void *address(uintptr_t number)
{
	return (void *)(number * 16);
}

static uint64_t live(void)
{
	relib_usage usage;
	relib_rt_usage(ledger, &usage);
	return usage.live_count;
}

TEST(does_not_track_without_any_memory)
{
	open_ledger();
	memory_is_short = true;
	host->allocated(ledger, address(1), 10);
	CHECK_EQUAL(0, live());
	CHECK(host->releasing(ledger, address(1)) == RELIB_UNTRACKED);
	memory_is_short = false;
	host->allocated(ledger, address(1), 10);
	CHECK_EQUAL(1, live());
	CHECK_EQUAL(10, host->releasing(ledger, address(1)));
	relib_rt_ledger_close(ledger);
}

TEST(fills_the_table_further_when_it_cannot_grow)
{
	open_ledger();
	for (uintptr_t i = 1; i <= 32; i++) {
		host->allocated(ledger, address(i), i);
	}
	memory_is_short = true;
	for (uintptr_t i = 33; i <= 200; i++) {
		host->allocated(ledger, address(i), i);
	}
	CHECK_EQUAL(112, live()); /* 7/8 of 128 */
	for (uintptr_t i = 1; i <= 200; i++) {
		CHECK(host->releasing(ledger, address(i)) == (i <= 112 ? i : RELIB_UNTRACKED));
	}
	CHECK_EQUAL(0, live());
	relib_usage usage;
	relib_rt_usage(ledger, &usage);
	CHECK_EQUAL(200, usage.total_count);
	CHECK_EQUAL(0, usage.foreign_frees);
	relib_rt_ledger_close(ledger);
}

TEST(shrinks_when_most_is_freed)
{
	open_ledger();
	for (uintptr_t i = 1; i <= 100000; i++) {
		host->allocated(ledger, address(i), i);
	}
	CHECK_EQUAL(262144, last_capacity);
	for (uintptr_t i = 1; i <= 100000; i++) {
		CHECK_EQUAL(i, host->releasing(ledger, address(i)));
	}
	CHECK_EQUAL(1024, last_capacity);
	relib_rt_ledger_close(ledger);
}

TEST(keeps_a_table_that_cannot_shrink)
{
	open_ledger();
	for (uintptr_t i = 1; i <= 10000; i++) {
		host->allocated(ledger, address(i), i);
	}
	memory_is_short = true;
	for (uintptr_t i = 1; i <= 10000; i++) {
		CHECK_EQUAL(i, host->releasing(ledger, address(i)));
	}
	CHECK_EQUAL(0, live());
	relib_rt_ledger_close(ledger);
}

static void ignore(union sigval value)
{
	(void)value;
}

TEST(refuses_requests_that_nobody_would_end)
{
	struct aiocb request = {.aio_fildes = -1, .aio_lio_opcode = LIO_READ};
	struct aiocb *list[] = {&request};
	struct gaicb lookup = {.ar_name = "127.0.0.1"};
	struct gaicb *lookups[] = {&lookup};
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = ignore};
	open_ledger();
	const struct redirected caller = {.ledger = ledger};
	redirected_caller = &caller;
	memory_is_short = true;
	CHECK_EQUAL(-1, redirected_aio_read(&request));
	CHECK_EQUAL(EAGAIN, errno);
	errno = 0;
	CHECK_EQUAL(-1, redirected_lio_listio(LIO_NOWAIT, list, 1, NULL));
	CHECK_EQUAL(EAGAIN, errno);
	errno = 0;
	CHECK_EQUAL(-1, redirected_lio_listio(LIO_NOWAIT, list, 0, &event));
	CHECK_EQUAL(EAGAIN, errno);
	CHECK(redirected_getaddrinfo_a(GAI_NOWAIT, lookups, 1, NULL) == EAI_MEMORY);
	CHECK(redirected_getaddrinfo_a(GAI_NOWAIT, lookups, 0, &event) == EAI_MEMORY);
	redirected_caller = NULL;
	relib_rt_ledger_close(ledger);
}
