#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef int32_t number_function(uint8_t *success);
typedef relib_string *text_function(uint8_t *success);

static int32_t failing_number(uint8_t *success)
{
	*success = 0;
	return 41;
}

static int32_t silent_number(uint8_t *success)
{
	(void)success;
	return 41;
}

static relib_string *failing_text(uint8_t *success)
{
	*success = 0;
	return NULL;
}

static void *module;

static void call_number(const char *how, number_function *import)
{
	void *symbol = dlsym(module, "__relib__Module_number");
	number_function *export;
	memcpy(&export, &symbol, sizeof(export));
	*(number_function **)dlsym(module, "__relib__Host_number") = import;
	uint8_t success = 77;
	int32_t result = export(&success);
	fprintf(stderr, "number %s: success %d, result %d\n", how, success, result);
}

static void free_nothing(relib_string *box)
{
	(void)box;
}

static void call_text(const char *how, text_function *import, void (*post)(relib_string *))
{
	void *symbol = dlsym(module, "__relib__Module_text");
	text_function *export;
	memcpy(&export, &symbol, sizeof(export));
	*(text_function **)dlsym(module, "__relib__Host_text") = import;
	*(void (**)(relib_string *))dlsym(module, "__post__relib__Host_text") = post;
	uint8_t success = 77;
	relib_string *result = export(&success);
	fprintf(stderr, "text %s: success %d, result %d\n", how, success, result != NULL);
}

int main(int argc, char **argv)
{
	module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	call_number("failing", failing_number);
	call_number("silent", silent_number);
	call_number("unbound", NULL);
	call_text("failing", failing_text, free_nothing);
	call_text("unbound", NULL, free_nothing);
	call_text("without post", failing_text, NULL);
}
