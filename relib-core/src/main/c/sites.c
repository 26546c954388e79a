/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "sites.h"

#include "allocations.h"
#include "stack.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define STACK_BUCKETS 1024

struct stack {
	struct stack *next;
	uint64_t hash;
	relib_site site;
};

struct sample {
	struct sample *next;
	const void *ptr;
	size_t size;
	struct stack *stack;
};

struct sites {
	relib_ledger *ledger;
	pid_t process; /* a child that was forked may find the lock taken */
	uint64_t every;
	pthread_mutex_t lock;
	struct stack *stacks[STACK_BUCKETS];
	size_t stack_count;
	struct sample **samples;
	size_t sample_buckets; /* 0 or a power of two */
	size_t sample_count;
};

struct sites *sites_open(relib_ledger *ledger, uint64_t every)
{
	struct sites *sites = calloc(1, sizeof(*sites));
	if (sites != NULL) {
		pthread_mutex_init(&sites->lock, NULL);
		sites->ledger = ledger;
		sites->process = getpid();
		sites->every = every;
	}
	return sites;
}

static uint64_t mix(uint64_t value)
{
	value *= UINT64_C(0x9e3779b97f4a7c15);
	return value ^ value >> 32;
}

/* The stack with these frames, made if there is none; NULL if memory is short. */
static struct stack *stack_of(struct sites *sites, const uint64_t frames[RELIB_STACK_FRAMES])
{
	uint64_t hash = 0;
	for (int i = 0; i < RELIB_STACK_FRAMES; i++) {
		hash = mix(hash + frames[i]);
	}
	struct stack **bucket = &sites->stacks[hash % STACK_BUCKETS];
	for (struct stack *stack = *bucket; stack != NULL; stack = stack->next) {
		if (stack->hash == hash && memcmp(stack->site.frames, frames, sizeof(stack->site.frames)) == 0) {
			return stack;
		}
	}
	struct stack *stack = calloc(1, sizeof(*stack));
	if (stack != NULL) {
		stack->hash = hash;
		memcpy(stack->site.frames, frames, sizeof(stack->site.frames));
		stack->next = *bucket;
		*bucket = stack;
		sites->stack_count++;
	}
	return stack;
}

static void leave_stack(struct sites *sites, struct stack *stack, size_t size)
{
	stack->site.bytes -= size;
	if (--stack->site.count == 0) {
		struct stack **link = &sites->stacks[stack->hash % STACK_BUCKETS];
		while (*link != stack) {
			link = &(*link)->next;
		}
		*link = stack->next;
		sites->stack_count--;
		free(stack);
	}
}

static struct sample **bucket_of(const struct sites *sites, const void *ptr)
{
	return &sites->samples[mix((uintptr_t)ptr >> 4) & (sites->sample_buckets - 1)];
}

/* False if memory is short and there are no buckets at all. */
static bool has_buckets(struct sites *sites)
{
	if (sites->sample_count < sites->sample_buckets) {
		return true;
	}
	struct sites larger = {.sample_buckets = sites->sample_buckets == 0 ? 256 : sites->sample_buckets * 2};
	larger.samples = calloc(larger.sample_buckets, sizeof(struct sample *));
	if (larger.samples == NULL) {
		return sites->sample_buckets != 0;
	}
	for (size_t i = 0; i < sites->sample_buckets; i++) {
		for (struct sample *sample = sites->samples[i], *next; sample != NULL; sample = next) {
			next = sample->next;
			struct sample **bucket = bucket_of(&larger, sample->ptr);
			sample->next = *bucket;
			*bucket = sample;
		}
	}
	free(sites->samples);
	sites->samples = larger.samples;
	sites->sample_buckets = larger.sample_buckets;
	return true;
}

static void forget(struct sites *sites, const void *ptr)
{
	struct sample **link = sites->sample_buckets == 0 ? NULL : bucket_of(sites, ptr);
	while (link != NULL && *link != NULL && (*link)->ptr != ptr) {
		link = &(*link)->next;
	}
	if (link != NULL && *link != NULL) {
		struct sample *sample = *link;
		*link = sample->next;
		sites->sample_count--;
		leave_stack(sites, sample->stack, sample->size);
		free(sample);
	}
}

/* False, and nothing is kept, if memory is short. */
static bool keep(struct sites *sites, void *ptr, size_t size, const uint64_t frames[RELIB_STACK_FRAMES])
{
	forget(sites, ptr); /* other code has freed the memory that was here */
	struct sample *sample = has_buckets(sites) ? malloc(sizeof(*sample)) : NULL;
	struct stack *stack = sample != NULL ? stack_of(sites, frames) : NULL;
	if (stack == NULL) {
		free(sample);
		return false;
	}
	struct sample **bucket = bucket_of(sites, ptr);
	*sample = (struct sample){*bucket, ptr, size, stack};
	*bucket = sample;
	sites->sample_count++;
	stack->site.count++;
	stack->site.bytes += size;
	return true;
}

static bool in_own_process(const struct sites *sites)
{
	return sites->process == getpid();
}

void sites_add(struct sites *sites, void *ptr, size_t size, const void *hook)
{
	static _Thread_local uint64_t allocated;
	uint64_t frames[RELIB_STACK_FRAMES];
	bool kept = false;
	if (++allocated % sites->every == 0 && in_own_process(sites)) {
		int error = errno;
		stack_capture(hook, frames);
		pthread_mutex_lock(&sites->lock);
		kept = keep(sites, ptr, size, frames);
		pthread_mutex_unlock(&sites->lock);
		errno = error;
	}
	allocations_add(sites->ledger, ptr, kept ? size | SAMPLED : size);
}

/* Where memory was too short to track the allocation, its stack may be known all the same. */
size_t sites_remove(struct sites *sites, void *ptr)
{
	size_t size = allocations_remove(sites->ledger, ptr);
	if ((size & SAMPLED) != 0 && in_own_process(sites)) {
		pthread_mutex_lock(&sites->lock);
		forget(sites, ptr);
		pthread_mutex_unlock(&sites->lock);
	}
	return size == RELIB_UNTRACKED ? size : size & ~SAMPLED;
}

static int largest_first(const void *one, const void *other)
{
	uint64_t bytes = (*(struct stack *const *)one)->site.bytes;
	uint64_t other_bytes = (*(struct stack *const *)other)->site.bytes;
	return bytes == other_bytes ? 0 : bytes > other_bytes ? -1 : 1;
}

size_t sites_list(struct sites *sites, relib_site *found, size_t capacity)
{
	pthread_mutex_lock(&sites->lock);
	size_t count = 0;
	struct stack **all = malloc((sites->stack_count + 1) * sizeof(*all));
	for (size_t i = 0; all != NULL && i < STACK_BUCKETS; i++) {
		for (struct stack *stack = sites->stacks[i]; stack != NULL; stack = stack->next) {
			all[count++] = stack;
		}
	}
	if (count > 0) {
		qsort(all, count, sizeof(*all), largest_first);
	}
	for (size_t i = 0; i < count && i < capacity; i++) {
		found[i] = all[i]->site;
	}
	free(all);
	pthread_mutex_unlock(&sites->lock);
	return count;
}

void sites_clear(struct sites *sites)
{
	for (size_t i = 0; sites != NULL && i < sites->sample_buckets; i++) {
		while (sites->samples[i] != NULL) {
			forget(sites, sites->samples[i]->ptr);
		}
	}
}

void sites_close(struct sites *sites)
{
	if (sites != NULL) {
		sites_clear(sites);
		pthread_mutex_destroy(&sites->lock);
		free(sites->samples);
		free(sites);
	}
}
