/*
 * Loads the test module as the host does.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_FIXTURE_H
#define RELIB_FIXTURE_H

#include "probe.h"
#include "relib_rt.h"

struct module {
	char path[4096];
	void *library;
	relib_ledger *ledger; /* NULL if it is not attached */
	struct probe *probe;
	relib_usage leaks; /* once it is unloaded */
	uint64_t freed;
};

/* From the directory that RELIB_TEST_MODULES names. */
struct module module_open(const char *name);
struct module module_open_unattached(const char *name);

/* The same, with the stacks of every nth allocation. */
struct module module_open_sampled(const char *name, uint64_t every);

/* As a host does that does not announce what it opens. */
struct module module_open_unexpected(const char *name);

/* A library without the kit. */
struct module module_open_plain(const char *name);

/* Address of a symbol, which must be there. */
void *module_symbol(const struct module *module, const char *symbol);

/* Lines of the process's map that name the module. */
int module_mappings(const struct module *module);

/* What the module holds now. */
relib_usage module_usage(const struct module *module);
uint64_t module_live(const struct module *module);

/* What its threads have registered. */
relib_destructors module_destructors(const struct module *module);

/* How many threads the module has; and waits until it has that many. */
size_t module_threads(const struct module *module);
void module_await_threads(const struct module *module, size_t count);

/* Unloads as the host does: no threads, runs destructors, unmaps, gives back the rest, closes the ledger. */
void module_close(struct module *module);

/* The same without closing the ledger, which is left to be looked at. */
void module_unmap(struct module *module);

/* The text of the calling thread's panic, in a static buffer. */
const char *last_panic(void);

/* Keeps log records from now on: the last one and their number. */
struct record {
	uint64_t id;
	int level;
	size_t len;
	char text[2048];
};
void keep_log(void);
struct record last_record(void);
int record_count(void);

/* Calls an export by its symbol: sets `success`, yields its result. */
#define EXPORT(module, type, symbol) ((type)(intptr_t)module_symbol(module, symbol))

#endif
