/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <threads.h>
#include <unistd.h>

/* A thread of the host, like one of a pool: it registers something in the module, and lives on. */
struct visitor {
	const struct probe *probe;
	struct local *local;
	pthread_key_t key;
	bool uses_key;
	atomic_int registered;
	atomic_int leave;
	pthread_t thread;
};

static void *visit(void *argument)
{
	struct visitor *visitor = argument;
	CHECK_EQUAL(0, visitor->uses_key ? visitor->probe->key_set(visitor->key, visitor->local)
									 : visitor->probe->at_exit(visitor->local));
	atomic_store(&visitor->registered, 1);
	while (atomic_load(&visitor->leave) == 0) {
		usleep(200);
	}
	return NULL;
}

static void start(struct visitor *visitor)
{
	CHECK_EQUAL(0, pthread_create(&visitor->thread, NULL, visit, visitor));
	while (atomic_load(&visitor->registered) == 0) {
		usleep(200);
	}
}

static void leave(struct visitor *visitor)
{
	atomic_store(&visitor->leave, 1);
}

static void finish(struct visitor *visitor)
{
	leave(visitor);
	CHECK_EQUAL(0, pthread_join(visitor->thread, NULL));
}

static void await(atomic_int *number, int value)
{
	while (atomic_load(number) != value) {
		usleep(200);
	}
}

TEST(a_thread_that_ends_runs_its_own_destructors)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	start(&visitor);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(pthread_equal(visitor.thread, local.by));
	CHECK_EQUAL(0, module_destructors(&module).pending);
	CHECK_EQUAL(1, module_destructors(&module).run);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(runs_destructors_of_a_thread_that_lives_on)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	start(&visitor);
	module_unmap(&module);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(!pthread_equal(pthread_self(), local.by));
	CHECK_EQUAL(1, module_destructors(&module).run);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	relib_rt_ledger_close(module.ledger);
	finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(abandons_destructors)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	start(&visitor);
	CHECK_EQUAL(0, relib_rt_abandon_destructors(module.ledger, 0));
	CHECK_EQUAL(1, module_destructors(&module).abandoned);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	module_close(&module);
	finish(&visitor);
	CHECK_EQUAL(0, local.destroyed);
}

static void *end_with_three(void *argument)
{
	const struct visitor *visitor = argument;
	for (int i = 0; i < 3; i++) {
		CHECK_EQUAL(0, visitor->probe->at_exit(&visitor->local[i]));
	}
	return NULL;
}

TEST(runs_the_latest_destructor_first)
{
	atomic_int clock = 0;
	struct local locals[3] = {{.clock = &clock}, {.clock = &clock}, {.clock = &clock}};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = locals};
	CHECK_EQUAL(0, pthread_create(&visitor.thread, NULL, end_with_three, &visitor));
	CHECK_EQUAL(0, pthread_join(visitor.thread, NULL));
	CHECK_EQUAL(3, locals[0].time);
	CHECK_EQUAL(2, locals[1].time);
	CHECK_EQUAL(1, locals[2].time);
	end_with_three(&visitor);
	module_close(&module);
	CHECK_EQUAL(6, locals[0].time);
	CHECK_EQUAL(5, locals[1].time);
	CHECK_EQUAL(4, locals[2].time);
}

TEST(runs_what_destructors_register)
{
	struct local last = {0};
	struct local middle = {.next = &last};
	struct local local = {.next = &middle};
	struct module module = module_open("module");
	struct visitor ends = {.probe = module.probe, .local = &local};
	struct visitor stays = {.probe = module.probe, .local = &local};
	start(&ends);
	finish(&ends);
	CHECK_EQUAL(1, last.destroyed);
	start(&stays);
	module_close(&module);
	CHECK_EQUAL(2, last.destroyed);
	finish(&stays);
	CHECK_EQUAL(2, local.destroyed);
}

TEST(a_thread_that_ends_destroys_its_key_values)
{
	atomic_int clock = 0;
	struct local local = {.clock = &clock};
	struct local registered_late = {.clock = &clock};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	CHECK_EQUAL(1, relib_rt_keys(module.ledger));
	local.key = &visitor.key;
	local.seen = &local;
	local.next = &registered_late;
	start(&visitor);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(pthread_equal(visitor.thread, local.by));
	CHECK(local.seen == NULL);
	CHECK_EQUAL(1, registered_late.destroyed);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

static void *end_with_both(void *argument)
{
	const struct visitor *visitor = argument;
	CHECK_EQUAL(0, visitor->probe->at_exit(&visitor->local[0]));
	CHECK_EQUAL(0, visitor->probe->key_set(visitor->key, &visitor->local[1]));
	return NULL;
}

TEST(destroys_thread_locals_before_key_values)
{
	atomic_int clock = 0;
	struct local locals[2] = {{.clock = &clock}, {.clock = &clock}};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = locals};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	locals[0].key = &visitor.key;
	CHECK_EQUAL(0, pthread_create(&visitor.thread, NULL, end_with_both, &visitor));
	CHECK_EQUAL(0, pthread_join(visitor.thread, NULL));
	CHECK_EQUAL(1, locals[0].time);
	CHECK_EQUAL(2, locals[1].time);
	CHECK(locals[0].seen == &locals[1]);
	end_with_both(&visitor);
	module_close(&module);
	CHECK_EQUAL(3, locals[0].time);
	CHECK_EQUAL(4, locals[1].time);
}

TEST(destroys_key_values_of_a_thread_that_lives_on)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	start(&visitor);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(!pthread_equal(pthread_self(), local.by));
	finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(destroys_a_key_value_that_is_set_again)
{
	struct local local = {.again = 2};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	local.key = &visitor.key;
	start(&visitor);
	finish(&visitor);
	CHECK_EQUAL(3, local.destroyed);
	local.again = 2;
	CHECK_EQUAL(0, module.probe->key_set(visitor.key, &local));
	module_close(&module);
	CHECK_EQUAL(6, local.destroyed);
}

TEST(gives_up_on_a_key_value_that_is_always_set_again)
{
	struct local local = {.again = 1000};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	local.key = &visitor.key;
	start(&visitor);
	finish(&visitor);
	CHECK_EQUAL(PTHREAD_DESTRUCTOR_ITERATIONS, local.destroyed);
	CHECK_EQUAL(1, module_destructors(&module).abandoned);
	CHECK_EQUAL(0, module.probe->key_set(visitor.key, &local));
	module_unmap(&module);
	CHECK_EQUAL(2 * PTHREAD_DESTRUCTOR_ITERATIONS, local.destroyed);
	CHECK_EQUAL(2, module_destructors(&module).abandoned);
	relib_rt_ledger_close(module.ledger);
}

TEST(forgets_a_key_value_that_is_taken_away)
{
	struct local local = {0};
	struct module module = module_open("module");
	pthread_key_t key;
	CHECK_EQUAL(0, module.probe->key_create(&key));
	CHECK_EQUAL(0, module.probe->key_set(key, NULL));
	CHECK_EQUAL(0, module.probe->key_set(key, &local));
	CHECK(pthread_getspecific(key) == &local);
	CHECK_EQUAL(0, module.probe->key_set(key, NULL));
	CHECK(pthread_getspecific(key) == NULL);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	module_close(&module);
	CHECK_EQUAL(0, local.destroyed);
}

TEST(destroys_no_values_of_a_deleted_key)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	start(&visitor);
	CHECK_EQUAL(0, module.probe->key_delete(visitor.key));
	CHECK_EQUAL(EINVAL, module.probe->key_delete(visitor.key));
	CHECK_EQUAL(0, module_destructors(&module).keys);
	finish(&visitor);
	module_close(&module);
	CHECK_EQUAL(0, local.destroyed);
}

TEST(gives_back_keys_of_unloaded_modules)
{
	for (int i = 0; i < PTHREAD_KEYS_MAX / 100 + 1; i++) {
		struct module module = module_open("module");
		for (int k = 0; k < 100; k++) {
			pthread_key_t key;
			CHECK_EQUAL(0, module.probe->key_create(&key));
		}
		CHECK_EQUAL(100, module_destructors(&module).keys);
		module_close(&module);
	}
}

TEST(says_when_there_are_no_keys_left)
{
	pthread_key_t key;
	int keys = 0;
	struct module module = module_open("module");
	while (module.probe->key_create(&key) == 0) {
		keys++;
	}
	CHECK_EQUAL(EAGAIN, module.probe->key_create(&key));
	CHECK_EQUAL(thrd_error, module.probe->tss_create(&key));
	CHECK_EQUAL(keys, module_destructors(&module).keys);
	module_close(&module);
	CHECK_EQUAL(0, pthread_key_create(&key, NULL));
}

TEST(says_that_a_key_is_none)
{
	struct module module = module_open("module");
	CHECK_EQUAL(EINVAL, module.probe->key_set(PTHREAD_KEYS_MAX + 5, &module));
	CHECK_EQUAL(EINVAL, module.probe->key_delete(PTHREAD_KEYS_MAX + 5));
	module_close(&module);
}

TEST(serves_keys_of_c11)
{
	struct local local = {0};
	pthread_key_t key;
	struct module module = module_open("module");
	CHECK_EQUAL(thrd_success, module.probe->tss_create(&key));
	CHECK_EQUAL(thrd_success, module.probe->tss_set(key, &local));
	CHECK(tss_get(key) == &local);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	module.probe->tss_delete(key);
	CHECK_EQUAL(0, module_destructors(&module).keys);
	CHECK_EQUAL(thrd_success, module.probe->tss_create(&key));
	CHECK_EQUAL(thrd_success, module.probe->tss_set(key, &local));
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(keeps_thread_locals_of_two_modules_apart)
{
	struct local one_local = {0};
	struct local other_local = {0};
	struct module one = module_open("module");
	struct module other = module_open("other");
	CHECK_EQUAL(0, one.probe->at_exit(&one_local));
	CHECK_EQUAL(0, other.probe->at_exit(&other_local));
	module_close(&one);
	CHECK_EQUAL(1, one_local.destroyed);
	CHECK_EQUAL(0, other_local.destroyed);
	module_close(&other);
	CHECK_EQUAL(1, other_local.destroyed);
}

TEST(waits_for_a_thread_that_is_in_a_destructor)
{
	atomic_int gate = 0;
	struct local local = {.gate = &gate};
	struct local idle_local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	struct visitor idle = {.probe = module.probe, .local = &idle_local};
	start(&idle);
	start(&visitor);
	leave(&visitor);
	await(&local.begun, 1);
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
	finish(&visitor);
	finish(&idle);
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
	return visit(argument);
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
	await(&visitor.registered, 1);
	CHECK_EQUAL(0, pthread_create(&unloader, NULL, run_destructors, &module));
	await(&local.begun, 1);
	leave(&visitor);
	usleep(50000);
	CHECK_EQUAL(0, atomic_load(&after_end));
	atomic_store(&gate, 1);
	finish(&visitor);
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
	CHECK_EQUAL(0, pthread_create(&late_visitor.thread, NULL, visit, &late_visitor));
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
	finish(&late_visitor);
	CHECK_EQUAL(1, local.destroyed);
	module_close(&module);
}
