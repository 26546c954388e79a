/*
 * A kit and hosts of other ages: the host's table is cut off at every length, as if it had been compiled before the
 * rest was added, or is longer than the kit knows.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "files.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>

#define WORDS(type) (sizeof(type) / sizeof(void (*)(void)))

static void called_by_mistake(void)
{
	fprintf(stderr, "called what is not there\n");
	abort();
}

union host_table {
	relib_host known;
	void (*words[WORDS(relib_host) + 4])(void);
};

static const relib_host *real_host;
static union host_table table;
static size_t size;

/* Whether a host of this size has the field. */
#define KNOWS(field) (size >= offsetof(relib_host, field) + sizeof(void (*)(void)))

static bool take_host(const relib_host *host, struct relib_ledger *ledger)
{
	(void)ledger;
	real_host = host;
	return true;
}

static relib_module_descriptor capture = {
	RELIB_ABI_VERSION, sizeof(relib_module_descriptor), RELIB_TEXT(""), RELIB_TEXT(""), take_host, NULL, NULL,
};

/* The host's table, of which the first `size` bytes are right. */
static void make_table(void)
{
	relib_ledger *ledger = relib_rt_ledger_open("capture", 1);
	CHECK_EQUAL(0, relib_rt_attach(ledger, &capture));
	for (size_t i = 0; i < WORDS(union host_table); i++) {
		table.words[i] = called_by_mistake;
	}
	memcpy(&table, real_host, size < sizeof(relib_host) ? size : sizeof(relib_host));
	table.known.struct_size = (uint32_t)size;
	relib_rt_ledger_close(ledger);
}

static struct module attach_to_table(const char *name)
{
	struct module module = module_open_unattached(name);
	const relib_module_descriptor *descriptor = module_symbol(&module, "relib_module");
	module.ledger = relib_rt_ledger_open(name, 42);
	CHECK(descriptor->attach(&table.known, module.ledger));
	return module;
}

static void use_memory(const struct module *module)
{
	bool tracked = KNOWS(releasing);
	void *memory = module->probe->malloc(10);
	CHECK_EQUAL(tracked, module_live(module));
	memory = module->probe->realloc(memory, 5000);
	CHECK_EQUAL(tracked, module_live(module));
	CHECK_EQUAL(tracked ? 5000 : 0, module_usage(module).live_bytes);
	module->probe->free(memory);
	CHECK_EQUAL(0, module_live(module));
}

static int join_when_ended(const struct probe *probe, pthread_t thread, void **result)
{
	int error;
	while ((error = probe->tryjoin(thread, result)) == EBUSY) {
		usleep(200);
	}
	return error;
}

static void use_threads(const struct module *module)
{
	const struct probe *probe = module->probe;
	const struct timespec past = {1, 0};
	bool tracked = KNOWS(thread_detach);
	static atomic_int gate; /* a detached thread outlives this function where nothing tracks it */
	pthread_t thread;
	void *result = NULL;
	CHECK_EQUAL(0, probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(tracked, module_threads(module));
	CHECK_EQUAL(EBUSY, probe->tryjoin(thread, &result));
	CHECK_EQUAL(ETIMEDOUT, probe->timedjoin(thread, &result, &past));
	atomic_store(&gate, 1);
	CHECK_EQUAL(0, probe->join(thread, &result));
	CHECK(result == &gate);
	result = NULL;
	CHECK_EQUAL(0, probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, join_when_ended(probe, thread, &result));
	CHECK(result == &gate);
	CHECK_EQUAL(0, probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, probe->detach(thread));
	module_await_threads(module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module->ledger));
}

static const struct probe *visited;
static pthread_key_t key;

static void *set_key(void *local)
{
	CHECK_EQUAL(0, visited->key_set(key, local));
	return NULL;
}

static void *register_local(void *local)
{
	CHECK_EQUAL(0, visited->at_exit(local));
	return NULL;
}

static void run_thread(void *(*start)(void *), struct local *local)
{
	pthread_t thread;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, start, local));
	CHECK_EQUAL(0, pthread_join(thread, NULL));
	CHECK_EQUAL(1, local->destroyed);
}

static void use_locals(const struct module *module)
{
	visited = module->probe;
	CHECK_EQUAL(0, visited->key_create(&key));
	CHECK_EQUAL(KNOWS(key_delete), relib_rt_keys(module->ledger));
	run_thread(set_key, &(struct local){0});
	CHECK_EQUAL(KNOWS(key_delete), module_destructors(module).run);
	CHECK_EQUAL(0, visited->key_delete(key));
	CHECK_EQUAL(0, relib_rt_keys(module->ledger));
	run_thread(register_local, &(struct local){0});
	CHECK_EQUAL(KNOWS(key_delete) + KNOWS(thread_at_exit), module_destructors(module).run);
}

static void use_texts(const struct module *module)
{
	uint8_t success = 9;
	int records = record_count();
	module->probe->log(RELIB_INFO, "a record");
	CHECK_EQUAL(records + KNOWS(log), record_count());
	EXPORT(module, void (*)(uint8_t *, relib_str), "__relib__Probe_panic")(&success, (relib_str){"a panic", 7});
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), KNOWS(panicked) ? "a panic" : "") == 0);
}

static void use_descriptors(const struct module *module)
{
	const struct files *files = module_symbol(module, "files");
	bool tracked = KNOWS(descriptors_closing);
	int fd = files->open("/dev/null", O_RDWR);
	CHECK(fd >= 0);
	CHECK_EQUAL(tracked, relib_rt_descriptors(module->ledger, NULL, 0));
	CHECK_EQUAL(fd, files->dup2(fd, fd));
	CHECK_EQUAL(0, files->close(fd));
	FILE *file = files->fopen("/dev/null", "r");
	CHECK_EQUAL(tracked, relib_rt_descriptors(module->ledger, NULL, 0));
	CHECK_EQUAL(0, files->fclose(file));
	CHECK_EQUAL(0, relib_rt_descriptors(module->ledger, NULL, 0));
}

static void use_mappings(const struct module *module)
{
	const struct files *files = module_symbol(module, "files");
	bool tracked = KNOWS(unmapping);
	void *memory = files->mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	CHECK(memory != MAP_FAILED);
	CHECK_EQUAL(tracked, relib_rt_mappings(module->ledger, NULL, 0));
	memory = files->mremap(memory, 4096, 8192, MREMAP_MAYMOVE);
	CHECK(memory != MAP_FAILED);
	CHECK_EQUAL(tracked, relib_rt_mappings(module->ledger, NULL, 0));
	CHECK_EQUAL(0, files->munmap(memory, 8192));
	CHECK_EQUAL(0, relib_rt_mappings(module->ledger, NULL, 0));
}

static void use_all(void)
{
	keep_log();
	make_table();
	struct module module = attach_to_table("module");
	use_memory(&module);
	use_threads(&module);
	use_locals(&module);
	use_texts(&module);
	struct module files = attach_to_table("files_module");
	use_descriptors(&files);
	use_mappings(&files);
	fflush(stdout);
}

static void passes_in_a_child(void (*run)(void))
{
	char text[4096];
	int status = check_in_child(run, text, sizeof(text));
	if (status != 0 || strstr(text, "not there") != NULL) {
		printf("     with a table of %zu bytes: %s\n", size, text);
		CHECK_EQUAL(0, status);
	}
}

/* Not each length where that takes long. */
static size_t step(void)
{
	return check_times() ? 1 : 12;
}

TEST(a_kit_does_without_the_functions_that_an_older_host_lacks)
{
	for (size = offsetof(relib_host, allocated); size < sizeof(relib_host); size += step()) {
		passes_in_a_child(use_all);
	}
}

TEST(a_kit_uses_all_that_it_knows_of_a_newer_host)
{
	for (size = sizeof(relib_host); size <= sizeof(union host_table); size += 8) {
		passes_in_a_child(use_all);
	}
}

static void lack_a_function(void)
{
	size = sizeof(relib_host);
	make_table();
	table.known.thread_join = NULL;
	table.known.log = NULL;
	struct module module = attach_to_table("module");
	atomic_int gate = 0;
	pthread_t thread;
	use_memory(&module);
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, module_threads(&module));
	atomic_store(&gate, 1);
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	use_locals(&module);
}

TEST(a_kit_does_without_a_function_that_is_null)
{
	char text[4096];
	CHECK_EQUAL(0, check_in_child(lack_a_function, text, sizeof(text)));
	CHECK(strstr(text, "WARN the host does not track threads: the library can never be unmapped") != NULL);
}

TEST(a_module_unloads_from_a_host_that_tracks_nothing)
{
	size = offsetof(relib_host, allocated);
	make_table();
	struct module module = attach_to_table("module");
	use_memory(&module);
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(0, module_mappings(&module));
	relib_rt_ledger_close(module.ledger);
}

static void leave_a_thread(void)
{
	static atomic_int gate;
	pthread_t thread;
	size = offsetof(relib_host, allocated);
	make_table();
	struct module module = attach_to_table("module");
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK(module_mappings(&module) > 0);
	atomic_store(&gate, 1);
	CHECK_EQUAL(0, pthread_join(thread, NULL));
}

TEST(a_module_stays_if_its_host_does_not_know_its_threads)
{
	passes_in_a_child(leave_a_thread);
}

TEST(a_kit_refuses_a_host_without_a_size)
{
	struct module module = module_open_unattached("module");
	const relib_module_descriptor *descriptor = module_symbol(&module, "relib_module");
	for (size = 0; size < offsetof(relib_host, allocated); size++) {
		make_table();
		table.known.abi_version = RELIB_ABI_VERSION;
		table.known.struct_size = (uint32_t)size;
		CHECK(!descriptor->attach(&table.known, NULL));
	}
	module.probe->free(module.probe->malloc(10));
	CHECK_EQUAL(0, dlclose(module.library));
}
