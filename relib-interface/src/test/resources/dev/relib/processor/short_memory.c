#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As the contract has it. */
typedef struct shape {
	int32_t blend;
	relib_str name;
	struct {
		const relib_str *ptr;
		size_t len;
	} tags;
} shape;

typedef struct shapes {
	const shape *ptr;
	size_t len;
} shapes;

/* The allocator of this program, which the module gets, too. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *ptr, size_t size);
void __libc_free(void *ptr);

static int until_short = -1;
static int live;

static int is_short(void)
{
	return until_short == 0 || (until_short > 0 && --until_short == 0);
}

static void *counted(void *ptr)
{
	live += ptr != NULL;
	return ptr;
}

void *malloc(size_t size)
{
	return is_short() ? NULL : counted(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
	return is_short() ? NULL : counted(__libc_calloc(count, size));
}

void *realloc(void *ptr, size_t size)
{
	if (is_short()) {
		return NULL;
	}
	live += ptr == NULL;
	return __libc_realloc(ptr, size);
}

void free(void *ptr)
{
	live -= ptr != NULL;
	__libc_free(ptr);
}

static relib_str tags[2] = {{"a tag that is too long for any string to hold it inline", 55}, {"", 0}};
static shape row[2] = {{1, {"a name that is too long for any string to hold it inline", 56}, {tags, 2}}, {0, {"", 0}, {tags, 1}}};
static shapes box = {row, 2};
static int given_back;

static void *fetch(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return &box;
}

static void give_back(void *given)
{
	given_back += given == &box;
}

/* A function of the module. */
#define FUNCTION(result, variable, parameters, name)                                                   \
	result(*variable) parameters;                                                                      \
	void *variable##_symbol = dlsym(module, name);                                                     \
	memcpy(&variable, &variable##_symbol, sizeof(variable))

int main(int argc, char **argv)
{
	void *module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	*(void *(**)(uint8_t *))dlsym(module, "__relib__Host_fetch") = fetch;
	*(void (**)(void *))dlsym(module, "__post__relib__Host_fetch") = give_back;
	FUNCTION(shapes *, fetch_all, (uint8_t *), "__relib__Module_fetch");
	FUNCTION(void, post, (void *), "__post__relib__Module_fetch");
	int failures = 0;
	uint8_t success;
	post(fetch_all(&success)); /* allocates the thread-locals */
	success = RELIB_PANICKED;
	for (int allowed = 1; success != RELIB_RETURNED; allowed++) {
		int before = live;
		given_back = 0;
		until_short = allowed;
		shapes *result = fetch_all(&success);
		until_short = -1;
		post(result);
		failures += success == RELIB_PANICKED;
		if (given_back != 1 || live != before || (result == NULL) != (success == RELIB_PANICKED)) {
			printf("the %dth allocation: given back %d times, %d blocks lost\n", allowed, given_back, live - before);
			return 1;
		}
	}
	printf("%d failures\n", failures);
}
