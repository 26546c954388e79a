/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define EXPORT __attribute__((visibility("default")))

typedef struct { int32_t value; } cell;

EXPORT void sort(int32_t *numbers, size_t count, int (*compare)(const void *, const void *))
{
	qsort(numbers, count, sizeof *numbers, compare);
}

EXPORT int each(int count, int (*visit)(int index, const char *name, double half))
{
	for (int i = 0; i < count; i++) {
		char name[16];
		snprintf(name, sizeof name, "name%d", i);
		if (visit(i, i == 1 ? NULL : name, i / 2.0)) {
			return i;
		}
	}
	return count;
}

EXPORT int is_there(int (*visit)(int index, const char *name, double half)) { return visit != NULL; }

static void (*handler)(int32_t);
static int (*leaked)(int index, const char *name, double half);

EXPORT int set_handler(void (*next)(int32_t))
{
	int same = next == handler;
	handler = next;
	return same;
}

EXPORT void fire(int32_t value) { handler(value); }
EXPORT void leak(int (*visit)(int index, const char *name, double half)) { leaked = visit; }
EXPORT int use_leaked(void) { return leaked(1, "late", 0); }

static void *run(void *value)
{
	handler(*(int32_t *)value);
	return NULL;
}

EXPORT void fire_elsewhere(int32_t value)
{
	pthread_t thread;
	pthread_create(&thread, NULL, run, &value);
	pthread_join(thread, NULL);
}

struct work { int (*visit)(int, const char *, double); int result; };

static void *visit(void *at)
{
	struct work *work = at;
	work->result = work->visit(7, "elsewhere", 3.5);
	return NULL;
}

EXPORT int visit_elsewhere(int (*next)(int, const char *, double))
{
	struct work work = { next, 0 };
	pthread_t thread;
	pthread_create(&thread, NULL, visit, &work);
	pthread_join(thread, NULL);
	return work.result;
}

EXPORT int open_it(const char *path)
{
	FILE *file = fopen(path, "r");
	if (file == NULL) {
		return -1;
	}
	fclose(file);
	return 0;
}

EXPORT void *find_it(int there)
{
	static int found;
	errno = there ? 0 : ENOENT;
	return there ? &found : NULL;
}

EXPORT const char *text_or(int there)
{
	errno = ERANGE;
	return there ? "text" : NULL;
}

EXPORT void only_errno(int error)
{
	if (error != 0) {
		errno = error;
	}
}

EXPORT int status(int error)
{
	errno = error;
	return error != 0;
}

EXPORT void fill_names(const char **names, int *numbers, void (*next)(int32_t))
{
	names[0] = "\xff\xfe";
	names[1] = "text";
	numbers[0] = 5;
	next(1);
}

EXPORT int fill_and_fail(const char **names)
{
	names[0] = "\xff\xfe";
	errno = ENOENT;
	return -1;
}
