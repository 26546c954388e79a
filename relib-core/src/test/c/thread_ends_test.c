/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "visitor.h"

#include <dlfcn.h>
#include <string.h>
#include <threads.h>
#include <unistd.h>

TEST(waits_for_a_thread_that_is_in_a_destructor)
{
	atomic_int gate = 0;
	struct local local = {.gate = &gate};
	struct local idle_local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	struct visitor idle = {.probe = module.probe, .local = &idle_local};
	visitor_start(&idle);
	visitor_start(&visitor);
	visitor_leave(&visitor);
	await_number(&local.begun, 1);
	CHECK_EQUAL(1, module_destructors(&module).running);
	CHECK_EQUAL(1, relib_rt_run_destructors(module.ledger, 20));
	CHECK_EQUAL(1, relib_rt_abandon_destructors(module.ledger, 20));
	CHECK_EQUAL(0, idle_local.destroyed);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	atomic_store(&gate, 1);
	CHECK_EQUAL(0, relib_rt_run_destructors(module.ledger, 10000));
	CHECK_EQUAL(1, local.destroyed);
	CHECK_EQUAL(1, idle_local.destroyed);
	module_close(&module);
	visitor_finish(&visitor);
	visitor_finish(&idle);
	CHECK_EQUAL(1, idle_local.destroyed);
}

static void *run_destructors(void *module)
{
	CHECK_EQUAL(0, relib_rt_run_destructors(((struct module *)module)->ledger, 0));
	return NULL;
}

static atomic_int after_end;
static pthread_key_t after_end_key;

static void note_end(void *unused)
{
	(void)unused;
	atomic_store(&after_end, 1);
}

static void *visit_and_note_end(void *argument)
{
	pthread_setspecific(after_end_key, &after_end_key);
	return visitor_run(argument);
}

/* The destructor works on memory of the thread. */
TEST(a_thread_does_not_end_while_its_destructors_are_run)
{
	pthread_t unloader;
	atomic_int gate = 0;
	struct local local = {.gate = &gate};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	pthread_key_create(&after_end_key, note_end);
	CHECK_EQUAL(0, pthread_create(&visitor.thread, NULL, visit_and_note_end, &visitor));
	await_number(&visitor.registered, 1);
	CHECK_EQUAL(0, pthread_create(&unloader, NULL, run_destructors, &module));
	await_number(&local.begun, 1);
	visitor_leave(&visitor);
	usleep(50000);
	CHECK_EQUAL(0, atomic_load(&after_end));
	atomic_store(&gate, 1);
	visitor_finish(&visitor);
	CHECK_EQUAL(0, pthread_join(unloader, NULL));
	CHECK_EQUAL(1, local.destroyed);
	module_close(&module);
}

TEST(abandons_what_is_registered_after_the_destructors)
{
	struct local local = {0};
	pthread_key_t key;
	struct module module = module_open("module");
	CHECK_EQUAL(0, relib_rt_run_destructors(module.ledger, 0));
	CHECK_EQUAL(0, module.probe->at_exit(&local));
	CHECK_EQUAL(0, module.probe->key_create(&key));
	CHECK_EQUAL(0, module.probe->key_set(key, &local));
	CHECK_EQUAL(1, module_destructors(&module).abandoned);
	module_close(&module);
	CHECK_EQUAL(0, local.destroyed);
}

TEST(a_thread_of_the_module_runs_its_own_destructors)
{
	pthread_t thread;
	atomic_int gate = 1;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->end_slowly(&thread, NULL, &gate));
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	CHECK_EQUAL(1, module_destructors(&module).run);
	module_close(&module);
}

static int add_one(void *number)
{
	return *(int *)number + 1;
}

TEST(serves_threads_of_c11)
{
	pthread_t thread;
	int number = 41;
	int result = 0;
	struct module module = module_open("module");
	CHECK_EQUAL(thrd_success, module.probe->thrd_create(&thread, add_one, &number));
	CHECK_EQUAL(thrd_success, module.probe->thrd_join(thread, &result));
	CHECK_EQUAL(42, result);
	CHECK_EQUAL(thrd_success, module.probe->thrd_create(&thread, add_one, &number));
	CHECK_EQUAL(thrd_success, module.probe->thrd_detach(thread));
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

/* ---- Threads that end while modules come and go ---------------------------------------------- */

#define POOL 4

struct shared {
	pthread_rwlock_t gate; /* calls are in flight while it is read-locked */
	struct module module;
	pthread_key_t key;
	bool is_open;
	atomic_int stop;
	atomic_int registered;
	atomic_int destroyed;
	_Atomic(struct kept_local *) locals;
};

struct kept_local {
	struct local local;
	struct kept_local *next;
};

static struct local *new_local(struct shared *shared)
{
	struct kept_local *kept = calloc(1, sizeof(*kept));
	CHECK(kept != NULL);
	kept->local.clock = &shared->destroyed;
	kept->next = atomic_load(&shared->locals);
	while (!atomic_compare_exchange_weak(&shared->locals, &kept->next, kept)) {
	}
	atomic_fetch_add(&shared->registered, 1);
	return &kept->local;
}

static void free_locals(struct shared *shared)
{
	for (struct kept_local *kept = shared->locals, *next; kept != NULL; kept = next) {
		next = kept->next;
		CHECK_EQUAL(1, kept->local.destroyed);
		free(kept);
	}
}

static void *come_and_go(void *argument)
{
	struct shared *shared = argument;
	unsigned random = (unsigned)atomic_load(&shared->registered) * 1664525u;
	for (int visits = random / 64 % 3; visits >= 0; visits--) {
		pthread_rwlock_rdlock(&shared->gate);
		if (shared->is_open) {
			CHECK_EQUAL(0, shared->module.probe->at_exit(new_local(shared)));
			if (pthread_getspecific(shared->key) == NULL) {
				CHECK_EQUAL(0, shared->module.probe->key_set(shared->key, new_local(shared)));
			}
		}
		pthread_rwlock_unlock(&shared->gate);
		usleep(random % 300);
	}
	return NULL;
}

static void *keep_coming(void *argument)
{
	struct shared *shared = argument;
	while (atomic_load(&shared->stop) == 0) {
		pthread_t thread;
		CHECK_EQUAL(0, pthread_create(&thread, NULL, come_and_go, shared));
		come_and_go(shared);
		CHECK_EQUAL(0, pthread_join(thread, NULL));
	}
	return NULL;
}

TEST(runs_each_destructor_once_while_threads_end)
{
	pthread_t pool[POOL];
	static struct shared shared = {.gate = PTHREAD_RWLOCK_INITIALIZER};
	for (int i = 0; i < POOL; i++) {
		CHECK_EQUAL(0, pthread_create(&pool[i], NULL, keep_coming, &shared));
	}
	for (int i = 0; i < (check_times() ? 1500 : 60); i++) {
		struct module module = module_open("module");
		pthread_rwlock_wrlock(&shared.gate);
		shared.module = module;
		CHECK_EQUAL(0, module.probe->key_create(&shared.key));
		shared.is_open = true;
		pthread_rwlock_unlock(&shared.gate);
		usleep((unsigned)i % 7 * 100);
		pthread_rwlock_wrlock(&shared.gate);
		shared.is_open = false;
		pthread_rwlock_unlock(&shared.gate);
		module_unmap(&module);
		CHECK_EQUAL(0, module_destructors(&module).abandoned);
		relib_rt_ledger_close(module.ledger);
		CHECK_EQUAL(atomic_load(&shared.registered), atomic_load(&shared.destroyed));
	}
	atomic_store(&shared.stop, 1);
	for (int i = 0; i < POOL; i++) {
		CHECK_EQUAL(0, pthread_join(pool[i], NULL));
	}
	CHECK(atomic_load(&shared.registered) > 10);
	free_locals(&shared);
}

static struct visitor late_visitor;

/* The visitor has to wait for the dynamic linker, which is closing a library and calls this. */
static void let_visitor_register(void)
{
	CHECK_EQUAL(0, pthread_create(&late_visitor.thread, NULL, visitor_run, &late_visitor));
	usleep(100000);
}

TEST(a_thread_registers_while_another_module_is_closed)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct module closed = module_open("joins_a_thread");
	late_visitor = (struct visitor){.probe = module.probe, .local = &local};
	*(void (**)(void))module_symbol(&closed, "leaving") = let_visitor_register;
	module_close(&closed);
	visitor_finish(&late_visitor);
	CHECK_EQUAL(1, local.destroyed);
	module_close(&module);
}
