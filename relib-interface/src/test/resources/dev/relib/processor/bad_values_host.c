#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* As the contract has it: a record in a record, with an enum of two constants in it. */
typedef struct mode {
	int8_t level;
	int32_t blend;
} mode;

typedef struct shape {
	relib_str name;
	mode mode;
} shape;

typedef struct shapes {
	const shape *ptr;
	size_t len;
} shapes;

static void *module;

/* A function of the module. */
#define FUNCTION(result, variable, parameters, name)                                                   \
	result(*variable) parameters;                                                                      \
	void *variable##_symbol = dlsym(module, name);                                                     \
	memcpy(&variable, &variable##_symbol, sizeof(variable))

static int32_t returned;
static shape row[2] = {{{"a", 1}, {1, 0}}, {{"b", 1}, {1, 1}}};
static shapes box = {row, 2};
static int given_back;

static int32_t blend(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return returned;
}

static void *fetch(uint8_t *success)
{
	*success = RELIB_RETURNED;
	row[1].mode.blend = returned;
	return row + 1;
}

static void *fetch_all(uint8_t *success)
{
	*success = RELIB_RETURNED;
	row[1].mode.blend = returned;
	return &box;
}

static void give_back(void *given)
{
	given_back += given == &box || given == row + 1;
}

static void call(int32_t ordinal)
{
	shape lent[2] = {{{"a", 1}, {1, 0}}, {{"b", 1}, {1, ordinal}}};
	uint8_t success[6];
	returned = ordinal;

	FUNCTION(void, take_blend, (uint8_t *, int32_t), "__relib__Module_take_blend");
	take_blend(&success[0], ordinal);
	FUNCTION(void, take, (uint8_t *, const shape *), "__relib__Module_take");
	take(&success[1], lent + 1);
	FUNCTION(void, take_all, (uint8_t *, shapes), "__relib__Module_take_all");
	take_all(&success[2], (shapes){lent, 2});

	FUNCTION(int32_t, fetch_blend, (uint8_t *), "__relib__Module_fetch_blend");
	int32_t blend = fetch_blend(&success[3]);

	given_back = 0;
	FUNCTION(void *, fetch_one, (uint8_t *), "__relib__Module_fetch");
	FUNCTION(void, post_one, (void *), "__post__relib__Module_fetch");
	shape *one = fetch_one(&success[4]);
	int32_t of_one = one != NULL ? one->mode.blend : -1;
	post_one(one);

	FUNCTION(void *, fetch_list, (uint8_t *), "__relib__Module_fetch_all");
	FUNCTION(void, post_list, (void *), "__post__relib__Module_fetch_all");
	shapes *list = fetch_list(&success[5]);
	int32_t of_list = list != NULL ? list->ptr[1].mode.blend : -1;
	post_list(list);

	printf("%d: taken %d %d %d, fetched %d %d %d (%d %d %d), given back %d\n", ordinal, success[0], success[1],
		   success[2], success[3], success[4], success[5], blend, of_one, of_list, given_back);
}

int main(int argc, char **argv)
{
	module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	*(int32_t (**)(uint8_t *))dlsym(module, "__relib__Host_blend") = blend;
	*(void *(**)(uint8_t *))dlsym(module, "__relib__Host_fetch") = fetch;
	*(void *(**)(uint8_t *))dlsym(module, "__relib__Host_fetch_all") = fetch_all;
	*(void (**)(void *))dlsym(module, "__post__relib__Host_fetch") = give_back;
	*(void (**)(void *))dlsym(module, "__post__relib__Host_fetch_all") = give_back;
	call(1);
	call(2);
	call(-1);
}
