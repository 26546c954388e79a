/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "fixture.h"

#include "check.h"

#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

void *module_symbol(const struct module *module, const char *symbol)
{
	void *address = dlsym(module->library, symbol);
	if (address == NULL) {
		printf("     %s\n", dlerror());
		exit(1);
	}
	return address;
}

static struct module module_named(const char *name)
{
	struct module module = {0};
	const char *directory = getenv("RELIB_TEST_MODULES");
	snprintf(module.path, sizeof(module.path), "%s/%s.so", directory == NULL ? "." : directory, name);
	return module;
}

static void open_library(struct module *module)
{
	module->library = dlopen(module->path, RTLD_NOW | RTLD_LOCAL);
	if (module->library == NULL) {
		printf("     %s\n", dlerror());
		exit(1);
	}
	module->probe = dlsym(module->library, "probe");
}

static void attach(struct module *module)
{
	CHECK_EQUAL(0, relib_rt_attach(module->ledger, module_symbol(module, "relib_module")));
}

struct module module_open_unattached(const char *name)
{
	struct module module = module_named(name);
	open_library(&module);
	return module;
}

struct module module_open_unexpected(const char *name)
{
	struct module module = module_open_unattached(name);
	module.ledger = relib_rt_ledger_open(name, 42);
	CHECK(module.ledger != NULL);
	attach(&module);
	return module;
}

struct module module_open_plain(const char *name)
{
	struct module module = module_named(name);
	module.ledger = relib_rt_ledger_open(name, 42);
	CHECK(module.ledger != NULL);
	open_library(&module);
	relib_rt_redirect(module.ledger, module.library);
	return module;
}

struct module module_open(const char *name)
{
	return module_open_sampled(name, 0);
}

struct module module_open_sampled(const char *name, uint64_t every)
{
	struct module module = module_named(name);
	module.ledger = relib_rt_ledger_open(name, 42);
	CHECK(module.ledger != NULL);
	relib_rt_sample_sites(module.ledger, every);
	relib_rt_expect(module.ledger, module.path);
	open_library(&module);
	relib_rt_expect(NULL, NULL);
	attach(&module);
	return module;
}

int module_mappings(const struct module *module)
{
	FILE *maps = fopen("/proc/self/maps", "r");
	char line[8192];
	int count = 0;
	CHECK(maps != NULL);
	char *path = realpath(module->path, NULL);
	CHECK(path != NULL);
	while (fgets(line, sizeof(line), maps) != NULL) {
		count += strstr(line, path) != NULL;
	}
	free(path);
	fclose(maps);
	return count;
}

relib_usage module_usage(const struct module *module)
{
	relib_usage usage;
	relib_rt_usage(module->ledger, &usage);
	return usage;
}

relib_destructors module_destructors(const struct module *module)
{
	relib_destructors destructors;
	relib_rt_destructors(module->ledger, &destructors);
	return destructors;
}

uint64_t module_live(const struct module *module)
{
	return module_usage(module).live_count;
}

size_t module_threads(const struct module *module)
{
	return relib_rt_threads(module->ledger, NULL, 0);
}

void module_await_threads(const struct module *module, size_t count)
{
	for (int i = 0; i < 50000 && module_threads(module) != count; i++) {
		usleep(200);
	}
	CHECK_EQUAL(count, module_threads(module));
}

void module_unmap(struct module *module)
{
	module_await_threads(module, 0);
	relib_rt_join_ended(module->ledger);
	CHECK_EQUAL(0, relib_rt_run_destructors(module->ledger, 10000));
	relib_rt_end_statics(module->ledger);
	module_await_threads(module, 0);
	relib_rt_join_ended(module->ledger);
	relib_rt_before_close(module->ledger);
	CHECK_EQUAL(0, dlclose(module->library));
	CHECK_EQUAL(0, module_mappings(module));
	relib_rt_close_descriptors(module->ledger);
	relib_rt_unmap(module->ledger);
	module->freed = relib_rt_free_leaks(module->ledger, &module->leaks);
}

void module_close(struct module *module)
{
	module_unmap(module);
	relib_rt_ledger_close(module->ledger);
}

const char *last_panic(void)
{
	static char text[2048];
	text[relib_rt_take_panic(text, sizeof(text) - 1)] = '\0';
	return text;
}

static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static struct record record;
static int records;

static void log_record(uint64_t id, int level, const char *text, size_t len)
{
	pthread_mutex_lock(&log_lock);
	CHECK(len < sizeof(record.text));
	record.id = id;
	record.level = level;
	record.len = len;
	memcpy(record.text, text, len);
	record.text[len] = '\0';
	records++;
	pthread_mutex_unlock(&log_lock);
}

void keep_log(void)
{
	relib_rt_log_to(NULL, log_record);
}

struct record last_record(void)
{
	pthread_mutex_lock(&log_lock);
	struct record copy = record;
	pthread_mutex_unlock(&log_lock);
	return copy;
}

int record_count(void)
{
	pthread_mutex_lock(&log_lock);
	int count = records;
	pthread_mutex_unlock(&log_lock);
	return count;
}
