#include "relib_module.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

/* A length that nothing else has. */
static char text[(1 << 21) + 1];

int main(int argc, char **argv)
{
	void *module = dlopen(argv[argc - 1], RTLD_NOW | RTLD_LOCAL);
	void *symbol = dlsym(module, "__relib__Module_take");
	void (*take)(uint8_t *, relib_string_slice);
	memcpy(&take, &symbol, sizeof(take));
	memset(text, 'a', sizeof(text));
	size_t lengths[] = {1, sizeof(text), 1};
	for (int i = 0; i < 3; i++) {
		uint8_t success = 9;
		relib_string lent = {text, lengths[i]};
		take(&success, (relib_string_slice){&lent, 1});
		printf("%zu: %d\n", lengths[i], success);
	}
}
