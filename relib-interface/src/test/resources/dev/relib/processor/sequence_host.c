#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef RESULT *pass_function(uint8_t *success, int32_t before, ARGUMENT value, double after);
typedef void post_function(RESULT *box);

static char memory[8];
static RESULT box;
static int given_back;

static RESULT *pass(uint8_t *success, int32_t before, ARGUMENT value, double after)
{
	*success = before == 7 && after < 0;
	if (value.len != 0) {
		memcpy(memory, value.ptr, value.len);
	}
	box.ptr = value.len != 0 ? (void *)memory : NULL;
	box.len = value.len;
	return &box;
}

static void post(RESULT *given)
{
	given_back += given == &box;
	printf("import: %zu bytes, given back %d times\n", given->len, given_back);
	memset(memory, 0, sizeof(memory));
}

int main(int argc, char **argv)
{
	void *module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	pass_function **import = dlsym(module, "__relib__Host_pass");
	post_function **import_post = dlsym(module, "__post__relib__Host_pass");
	void *symbol = dlsym(module, "__relib__Module_pass");
	void *post_symbol = dlsym(module, "__post__relib__Module_pass");
	pass_function *export;
	post_function *export_post;
	memcpy(&export, &symbol, sizeof(export));
	memcpy(&export_post, &post_symbol, sizeof(export_post));
	*import = pass;
	*import_post = post;
	for (size_t len = 5; len <= 5; len -= 5) {
		ARGUMENT argument = {(const void *)"gr\xc3\xbc\xc3", len};
		uint8_t success = 77;
		given_back = 0;
		RESULT *result = export(&success, 7, argument, -1);
		bool same = len == 0 || memcmp(result->ptr, "gr\xc3\xbc\xc3", len) == 0;
		bool own = len == 0 ? result->ptr == NULL : (void *)result->ptr != (void *)memory;
		printf("export: returned %d, %zu bytes, same %d, own memory %d\n", success, result->len, same, own);
		export_post(result);
	}
}
