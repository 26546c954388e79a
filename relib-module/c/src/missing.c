/*
 * Stand-ins for functions that the table of an older host lacks. They do as the C library does; the host
 * tracks nothing of it. Each takes the arguments of the function in relib_host whose place it takes.
 *
 * A resource is tracked only by a host that hears of its beginning and of its end: memory that is freed behind
 * the host's back would be freed again, and a joined thread would be joined again.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

static relib_host completed;

static void ignore_allocated(struct relib_ledger *ledger, void *ptr, size_t size)
{
	(void)ledger;
	(void)ptr;
	(void)size;
}

static size_t know_no_memory(struct relib_ledger *ledger, void *ptr)
{
	(void)ledger;
	(void)ptr;
	return RELIB_UNTRACKED;
}

/* After an unload, code that the host does not wait for would run in unmapped memory. */
static void stay_mapped_for(const char *resource)
{
	static atomic_bool stays;
	if (!atomic_exchange(&stays, true) && stay_mapped()) {
		relib_log(RELIB_WARN, "the host does not track %s: the library can never be unmapped", resource);
	}
}

static int create_thread(struct relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin)
{
	(void)ledger;
	(void)origin;
	stay_mapped_for("threads");
	return REAL(pthread_create)(thread, attributes, start, argument);
}

static int join_thread(struct relib_ledger *ledger, pthread_t thread, void **result)
{
	(void)ledger;
	return REAL(pthread_join)(thread, result);
}

static int detach_thread(struct relib_ledger *ledger, pthread_t thread)
{
	(void)ledger;
	return REAL(pthread_detach)(thread);
}

static int join_thread_until(struct relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline)
{
	(void)ledger;
	if (deadline == NULL) {
		return REAL(pthread_tryjoin_np)(thread, result);
	}
	return clock == CLOCK_REALTIME ? REAL(pthread_timedjoin_np)(thread, result, deadline)
								   : REAL(pthread_clockjoin_np)(thread, result, clock, deadline);
}

static bool has_ended(pthread_t thread)
{
	clockid_t clock;
	return pthread_getcpuclockid(thread, &clock) != 0;
}

static bool is_past(int clock, const struct timespec *deadline)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return now.tv_sec > deadline->tv_sec || (now.tv_sec == deadline->tv_sec && now.tv_nsec >= deadline->tv_nsec);
}

/* The host has created the thread, so that only the host may join it: once it has ended, which takes no time. */
static int join_ended_thread(struct relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline)
{
	while (!has_ended(thread)) {
		if (deadline == NULL) {
			return EBUSY;
		}
		if (is_past(clock, deadline)) {
			return ETIMEDOUT;
		}
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
	return completed.thread_join(ledger, thread, result);
}

static void log_panic(struct relib_ledger *ledger, const char *text, size_t len)
{
	(void)ledger;
	if (!panics_are_logged()) {
		relib_log_text(RELIB_ERROR, text, len);
	}
}

static void log_record(struct relib_ledger *ledger, int level, const char *text, size_t len)
{
	(void)ledger;
	log_to_stderr(level, text, len);
}

/* The C library keeps the library mapped until the thread has ended. */
static int at_thread_exit(struct relib_ledger *ledger, void (*destructor)(void *), void *object)
{
	(void)ledger;
	return REAL(__cxa_thread_atexit_impl) != NULL ? REAL(__cxa_thread_atexit_impl)(destructor, object, &__dso_handle) : -1;
}

static int create_key(struct relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *))
{
	(void)ledger;
	if (destructor != NULL) {
		stay_mapped_for("thread-specific keys");
	}
	return REAL(pthread_key_create)(key, destructor);
}

static int set_key(struct relib_ledger *ledger, pthread_key_t key, const void *value)
{
	(void)ledger;
	return REAL(pthread_setspecific)(key, value);
}

static int delete_key(struct relib_ledger *ledger, pthread_key_t key)
{
	(void)ledger;
	return REAL(pthread_key_delete)(key);
}

static void ignore_opened(struct relib_ledger *ledger, int fd, relib_holder kind, void *holder, const void *origin)
{
	(void)ledger;
	(void)fd;
	(void)kind;
	(void)holder;
	(void)origin;
}

static bool know_no_descriptors(struct relib_ledger *ledger, unsigned first, unsigned last)
{
	(void)ledger;
	(void)first;
	(void)last;
	return false;
}

static void ignore_mapped(struct relib_ledger *ledger, void *address, size_t length, const void *origin)
{
	(void)ledger;
	(void)address;
	(void)length;
	(void)origin;
}

static bool know_no_mapping(struct relib_ledger *ledger, void *address, size_t length)
{
	(void)ledger;
	(void)address;
	(void)length;
	return false;
}

#define HAS(field) RELIB_HAS(relib_host, host, field)
#define OR(condition, field, stand_in) ((condition) ? host->field : (stand_in))

KIT_SHARED const relib_host *complete(const relib_host *host)
{
	const bool memory = HAS(allocated) && HAS(releasing);
	const bool threads = HAS(thread_create) && HAS(thread_join) && HAS(thread_detach);
	const bool keys = HAS(key_create) && HAS(key_set) && HAS(key_delete);
	const bool descriptors = HAS(descriptor_opened) && HAS(descriptors_closing);
	const bool mappings = HAS(mapped) && HAS(unmapping);
	completed = (relib_host){
		.abi_version = RELIB_ABI_VERSION,
		.struct_size = sizeof(relib_host),
		.allocated = OR(memory, allocated, ignore_allocated),
		.releasing = OR(memory, releasing, know_no_memory),
		.thread_create = OR(threads, thread_create, create_thread),
		.thread_join = OR(threads, thread_join, join_thread),
		.thread_detach = OR(threads, thread_detach, detach_thread),
		.panicked = OR(HAS(panicked), panicked, log_panic),
		.log = OR(HAS(log), log, log_record),
		.thread_join_until = !threads ? join_thread_until : OR(HAS(thread_join_until), thread_join_until, join_ended_thread),
		.thread_at_exit = OR(HAS(thread_at_exit), thread_at_exit, at_thread_exit),
		.key_create = OR(keys, key_create, create_key),
		.key_set = OR(keys, key_set, set_key),
		.key_delete = OR(keys, key_delete, delete_key),
		.descriptor_opened = OR(descriptors, descriptor_opened, ignore_opened),
		.descriptors_closing = OR(descriptors, descriptors_closing, know_no_descriptors),
		.mapped = OR(mappings, mapped, ignore_mapped),
		.unmapping = OR(mappings, unmapping, know_no_mapping),
	};
	return &completed;
}
