/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "ledger.h"

#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Hidden from the compiler, which would warn. */
static volatile size_t far_too_much = SIZE_MAX / 2;

TEST(counts_what_is_live)
{
	struct module module = module_open("module");
	void *first = module.probe->malloc(100);
	void *second = module.probe->calloc(5, 20);
	CHECK_EQUAL(2, module_usage(&module).live_count);
	CHECK_EQUAL(200, module_usage(&module).live_bytes);
	module.probe->free(first);
	CHECK_EQUAL(1, module_usage(&module).live_count);
	CHECK_EQUAL(100, module_usage(&module).live_bytes);
	module.probe->free(second);
	CHECK_EQUAL(0, module_usage(&module).live_count);
	CHECK_EQUAL(0, module_usage(&module).live_bytes);
	CHECK_EQUAL(2, module_usage(&module).total_count);
	module_close(&module);
}

TEST(frees_every_leak)
{
	struct module module = module_open("module");
	for (size_t i = 0; i < 1000; i++) {
		memset(module.probe->malloc(i), 1, i);
	}
	module_close(&module);
	CHECK_EQUAL(1000, module.freed);
	CHECK_EQUAL(1000, module.leaks.live_count);
	CHECK_EQUAL(999 * 1000 / 2, module.leaks.live_bytes);
}

TEST(has_no_leaks_after_they_are_freed)
{
	struct module module = module_open("module");
	module.probe->malloc(10);
	module_unmap(&module);
	CHECK_EQUAL(0, module_live(&module));
	CHECK_EQUAL(0, relib_rt_free_leaks(module.ledger, &module.leaks));
	relib_rt_ledger_close(module.ledger);
}

TEST(tracks_every_function_that_allocates)
{
	struct module module = module_open("module");
	struct probe *probe = module.probe;
	void *ptr = NULL;
	CHECK(probe->malloc(10) != NULL && module_live(&module) == 1);
	CHECK(probe->calloc(2, 5) != NULL && module_live(&module) == 2);
	CHECK(probe->realloc(NULL, 10) != NULL && module_live(&module) == 3);
	CHECK(probe->reallocarray(NULL, 2, 5) != NULL && module_live(&module) == 4);
	CHECK(probe->posix_memalign(&ptr, 64, 10) == 0 && module_live(&module) == 5);
	CHECK((uintptr_t)ptr % 64 == 0);
	ptr = probe->aligned_alloc(128, 256);
	CHECK((uintptr_t)ptr % 128 == 0 && module_live(&module) == 6);
	ptr = probe->memalign(256, 10);
	CHECK((uintptr_t)ptr % 256 == 0 && module_live(&module) == 7);
	ptr = probe->valloc(10);
	CHECK((uintptr_t)ptr % 4096 == 0 && module_live(&module) == 8);
	ptr = probe->pvalloc(10);
	CHECK((uintptr_t)ptr % 4096 == 0 && module_live(&module) == 9);
	CHECK(strcmp(probe->strdup("text"), "text") == 0 && module_live(&module) == 10);
	CHECK(strcmp(probe->strndup("text", 2), "te") == 0 && module_live(&module) == 11);
	CHECK_EQUAL(6 * 10 + 256 + 10 + 4096 + 5 + 3, module_usage(&module).live_bytes);
	module_close(&module);
	CHECK_EQUAL(11, module.freed);
}

TEST(tracks_memory_of_no_bytes)
{
	struct module module = module_open("module");
	void *ptr = module.probe->malloc(0);
	CHECK_EQUAL(1, module_live(&module));
	module.probe->free(ptr);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

TEST(does_nothing_when_null_is_freed)
{
	struct module module = module_open("module");
	module.probe->free(NULL);
	module.probe->untrack(NULL);
	CHECK_EQUAL(0, module_usage(&module).total_count);
	module_close(&module);
}

TEST(follows_memory_that_realloc_moves)
{
	struct module module = module_open("module");
	char *ptr = module.probe->strdup("kept");
	module.probe->strdup("in the way");
	ptr = module.probe->realloc(ptr, 100000);
	CHECK(strcmp(ptr, "kept") == 0);
	CHECK_EQUAL(2, module_live(&module));
	CHECK_EQUAL(100000 + 11, module_usage(&module).live_bytes);
	ptr = module.probe->reallocarray(ptr, 10, 1);
	CHECK_EQUAL(10 + 11, module_usage(&module).live_bytes);
	module.probe->free(ptr);
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

TEST(keeps_the_old_block_when_realloc_fails)
{
	struct module module = module_open("module");
	char *ptr = module.probe->strdup("kept");
	errno = 0;
	CHECK(module.probe->realloc(ptr, far_too_much) == NULL);
	CHECK_EQUAL(ENOMEM, errno);
	errno = 0;
	CHECK(module.probe->reallocarray(ptr, far_too_much, 4) == NULL);
	CHECK_EQUAL(ENOMEM, errno);
	CHECK(strcmp(ptr, "kept") == 0);
	CHECK_EQUAL(1, module_live(&module));
	CHECK_EQUAL(5, module_usage(&module).live_bytes);
	CHECK_EQUAL(0, module_usage(&module).foreign_frees);
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

TEST(never_frees_twice_what_realloc_to_zero_has_freed)
{
	struct module module = module_open("module");
	void *ptr = module.probe->realloc(module.probe->malloc(10), 0);
	CHECK_EQUAL(ptr == NULL ? 0 : 1, module_live(&module));
	module.probe->malloc(10);
	CHECK_EQUAL(0, module_usage(&module).foreign_frees);
	module_close(&module);
}

/* Valgrind's calloc leaves errno alone. */
static bool is_out_of_memory(const void *ptr)
{
	bool right = ptr == NULL && (errno == ENOMEM || !check_times());
	errno = 0;
	return right;
}

TEST(tracks_nothing_when_an_allocation_fails)
{
	struct module module = module_open("module");
	void *untouched = &module;
	errno = 0;
	CHECK(is_out_of_memory(module.probe->malloc(far_too_much)));
	CHECK(is_out_of_memory(module.probe->calloc(far_too_much, 16)));
	CHECK(is_out_of_memory(module.probe->valloc(far_too_much)));
	CHECK(is_out_of_memory(module.probe->pvalloc(SIZE_MAX - 5)));
	CHECK(is_out_of_memory(module.probe->aligned_alloc(16, far_too_much & ~(size_t)15)));
	CHECK_EQUAL(EINVAL, module.probe->posix_memalign(&untouched, 3, 10));
	CHECK_EQUAL(ENOMEM, module.probe->posix_memalign(&untouched, 16, far_too_much));
	CHECK(untouched == &module);
	CHECK_EQUAL(0, module_usage(&module).total_count);
	module_close(&module);
}

TEST(leaves_errno_alone)
{
	struct module module = module_open("module");
	errno = EXDEV;
	for (int i = 0; i < 1000; i++) {
		module.probe->malloc(10);
	}
	module.probe->free(module.probe->realloc(module.probe->malloc(10), 20));
	CHECK_EQUAL(EXDEV, errno);
	module_close(&module);
}

TEST(follows_the_line_of_getline)
{
	struct module module = module_open("module");
	char *line = NULL;
	size_t capacity = 0;
	FILE *file = tmpfile();
	CHECK(file != NULL);
	fprintf(file, "short\n%01000d\n%050000d\nfield;", 1, 2);
	rewind(file);
	CHECK_EQUAL(6, module.probe->getline(&line, &capacity, file));
	CHECK_EQUAL(1, module_live(&module));
	CHECK_EQUAL(1001, module.probe->getline(&line, &capacity, file));
	void *in_the_way = module.probe->malloc(10);
	CHECK_EQUAL(50001, module.probe->getline(&line, &capacity, file));
	CHECK_EQUAL(2, module_live(&module));
	CHECK_EQUAL(capacity + 10, module_usage(&module).live_bytes);
	CHECK_EQUAL(6, module.probe->getdelim(&line, &capacity, ';', file));
	CHECK_EQUAL(-1, module.probe->getline(&line, &capacity, file));
	CHECK_EQUAL(2, module_live(&module));
	module.probe->free(line);
	module.probe->free(in_the_way);
	CHECK_EQUAL(0, module_live(&module));
	fclose(file);
	module_close(&module);
}

TEST(frees_a_line_that_is_left)
{
	struct module module = module_open("module");
	char *line = NULL;
	size_t capacity = 0;
	FILE *file = tmpfile();
	CHECK(file != NULL);
	CHECK_EQUAL(-1, module.probe->getline(&line, &capacity, file));
	fclose(file);
	uint64_t lines = line != NULL;
	module_close(&module);
	CHECK_EQUAL(lines, module.freed);
}

TEST(refuses_a_getline_without_a_place_for_the_line)
{
	struct module module = module_open("module");
	size_t capacity = 0;
	errno = 0;
	CHECK_EQUAL(-1, module.probe->getline(NULL, &capacity, stdin));
	CHECK_EQUAL(EINVAL, errno);
	module_close(&module);
}

TEST(leaves_alone_what_is_untracked)
{
	struct module module = module_open("module");
	char *given_away = module.probe->strdup("given away");
	module.probe->untrack(given_away);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
	CHECK(strcmp(given_away, "given away") == 0);
	free(given_away);
}

TEST(lets_the_module_free_memory_of_others)
{
	struct module module = module_open("module");
	module.probe->free(malloc(10));
	CHECK_EQUAL(0, module_live(&module));
	char *adopted = module.probe->realloc(strdup("adopted"), 1000);
	CHECK(strcmp(adopted, "adopted") == 0);
	CHECK_EQUAL(1, module_live(&module));
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

TEST(passes_memory_of_a_constructor_through)
{
	struct module module = module_open_unexpected("joins_a_thread");
	CHECK_EQUAL(0, module_live(&module));
	EXPORT(&module, void (*)(void), "grow_memory")();
	CHECK_EQUAL(1, module_live(&module));
	module_close(&module); /* its destructor frees it */
	CHECK_EQUAL(0, module.freed);
}

TEST(tracks_memory_of_a_constructor_of_an_expected_module)
{
	struct module module = module_open("joins_a_thread");
	CHECK_EQUAL(1, module_live(&module));
	EXPORT(&module, void (*)(void), "grow_memory")();
	CHECK_EQUAL(1, module_live(&module));
	module_close(&module);
	CHECK_EQUAL(0, module.freed);
}

/* Frees outside of the module what it has allocated, until the allocator gives the address out again. */
static void free_behind_the_back_of(struct module *module, void **memory)
{
	*memory = module->probe->malloc(1000);
	for (int i = 0; i < 100000 && module_usage(module).foreign_frees == 0; i++) {
		free(*memory);
		*memory = module->probe->malloc(1000);
	}
}

/* AddressSanitizer and valgrind keep freed memory back for a long time. */
TEST(counts_a_foreign_free)
{
	struct module module = module_open("module");
	void *memory;
	if (check_times()) {
		free_behind_the_back_of(&module, &memory);
		CHECK_EQUAL(1, module_usage(&module).foreign_frees);
		CHECK_EQUAL(1, module_live(&module));
		CHECK_EQUAL(1000, module_usage(&module).live_bytes);
		module.probe->free(memory);
		CHECK_EQUAL(0, module_live(&module));
	}
	module_close(&module);
}

TEST(frees_nothing_after_a_foreign_free)
{
	struct module module = module_open("module");
	void *memory;
	if (check_times()) {
		free_behind_the_back_of(&module, &memory);
		module_close(&module);
		CHECK_EQUAL(0, module.freed);
		CHECK_EQUAL(1, module.leaks.live_count);
		free(memory);
	} else {
		module_close(&module);
	}
}

TEST(counts_exactly_while_threads_free_the_memory_of_others)
{
	enum { THREADS = 4, POOL = 500 };
	static _Atomic(void *) pool[POOL];
	struct hammer hammers[THREADS];
	pthread_t threads[THREADS];
	struct module module = module_open("module");
	int rounds = check_times() ? 400000 : 15000;
	for (unsigned i = 0; i < THREADS; i++) {
		hammers[i] = (struct hammer){pool, POOL, i, rounds};
		CHECK_EQUAL(0, module.probe->hammer(&threads[i], NULL, &hammers[i]));
	}
	for (int i = 0; i < THREADS; i++) {
		CHECK_EQUAL(0, module.probe->join(threads[i], NULL));
	}
	uint64_t left = 0;
	for (int i = 0; i < POOL; i++) {
		left += pool[i] != NULL;
	}
	CHECK(left > 0);
	CHECK_EQUAL(left, module_live(&module));
	CHECK_EQUAL(0, module_usage(&module).foreign_frees);
	module_close(&module);
	CHECK_EQUAL(left, module.freed);
}

/* As if another thread of the parent were in there. */
static void lock_all(relib_ledger *ledger, bool locked)
{
	for (int i = 0; i < SHARD_COUNT; i++) {
		atomic_store(&ledger->allocations.shards[i].locked, locked);
	}
}

TEST(a_child_that_was_forked_meanwhile_allocates)
{
	struct module module = module_open_sampled("module", 1);
	void *block = module.probe->malloc(10);
	lock_all(module.ledger, true);
	pid_t child = fork();
	if (child == 0) {
		alarm(10);
		module.probe->free(module.probe->realloc(module.probe->malloc(100), 10000));
		module.probe->free(block);
		_exit(0);
	}
	lock_all(module.ledger, false);
	int status;
	CHECK_EQUAL(child, waitpid(child, &status, 0));
	CHECK_EQUAL(0, status);
	CHECK_EQUAL(1, module_live(&module));
	module_close(&module);
}
