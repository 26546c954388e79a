/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <aio.h>
#include <netdb.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

static struct aiocb request;
static struct aiocb listed;
static struct gaicb lookup;
static char room[8];
static int ends[2];
static atomic_int written;
static atomic_int listed_count;
static atomic_int found;
static atomic_int received;

static void at_quick_end(void)
{
	_exit(9);
}

/* Uses its request once more, as it is. */
static void write_again(union sigval value)
{
	struct aiocb *done = value.sival_ptr;
	if (aio_return(done) == 1 && atomic_fetch_add(&written, 1) < 2) {
		aio_write(done);
	}
}

static void count_list(union sigval value)
{
	atomic_fetch_add((atomic_int *)value.sival_ptr, 1);
}

static void be_found(union sigval value)
{
	if (gai_error(value.sival_ptr) == 0) {
		freeaddrinfo(lookup.ar_result);
		atomic_fetch_add(&found, 1);
	}
}

static struct sigevent event(void (*function)(union sigval), void *value)
{
	return (struct sigevent){.sigev_notify = SIGEV_THREAD,
							 .sigev_notify_function = function,
							 .sigev_value = {.sival_ptr = value}};
}

static int await(atomic_int *count, int expected)
{
	for (int i = 0; i < 5000 && atomic_load(count) < expected; i++) {
		usleep(1000);
	}
	return atomic_load(count);
}

/* Returns 321 if each has called its function as often as it should. */
EXPORT int use(const char *path)
{
	static struct aiocb *const list[] = {&listed};
	static struct gaicb *lookups[] = {&lookup};
	FILE *file = fopen(path, "w");
	request = (struct aiocb){.aio_fildes = fileno(file), .aio_buf = "x", .aio_nbytes = 1};
	request.aio_sigevent = event(write_again, &request);
	aio_write(&request);
	int writes = await(&written, 3);
	listed = (struct aiocb){.aio_fildes = fileno(file), .aio_buf = "x", .aio_nbytes = 1, .aio_lio_opcode = LIO_WRITE};
	listed.aio_sigevent = event(count_list, &listed_count);
	struct sigevent end = event(count_list, &listed_count);
	lio_listio(LIO_NOWAIT, list, 1, &end);
	int lists = await(&listed_count, 2);
	lookup = (struct gaicb){.ar_name = "127.0.0.1"};
	end = event(be_found, &lookup);
	getaddrinfo_a(GAI_NOWAIT, lookups, 1, &end);
	int lookups_done = await(&found, 1);
	fclose(file);
	return writes * 100 + lists * 10 + lookups_done;
}

static void receive(union sigval value)
{
	(void)value;
	atomic_fetch_add(&received, 1);
}

/* Returns the descriptor that ends what it leaves: the second request can be cancelled, the first one can not. */
EXPORT int leave(int count)
{
	static struct aiocb second;
	if (pipe(ends) != 0) {
		return -1;
	}
	request = (struct aiocb){.aio_fildes = ends[0], .aio_buf = room, .aio_nbytes = sizeof(room)};
	request.aio_sigevent = event(receive, NULL);
	second = request;
	return (count < 1 || aio_read(&request) == 0) && (count < 2 || aio_read(&second) == 0) ? ends[1] : -1;
}

EXPORT int leave_quick_exit(void)
{
	return at_quick_exit(at_quick_end);
}
