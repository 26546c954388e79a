#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

typedef VALUE pass_function(uint8_t *success, int32_t before, VALUE value, double after);

static VALUE pass(uint8_t *success, int32_t before, VALUE value, double after)
{
	*success = before == 7 && after < 0;
	return value;
}

int main(int argc, char **argv)
{
	void *module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	pass_function **import = dlsym(module, "__relib__Host_pass");
	void *symbol = dlsym(module, "__relib__Module_pass");
	pass_function *export;
	memcpy(&export, &symbol, sizeof(export));
	*import = pass;
	uint8_t success = 77;
	VALUE sample = SAMPLE;
	VALUE result = export(&success, 7, sample, -1);
	printf("returned %d\nsame %d\n", success, memcmp(&result, &sample, sizeof(result)) == 0);
}
