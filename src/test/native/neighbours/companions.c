/*
 * Looks for its data and its plug-in beside itself.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#define PUBLIC __attribute__((visibility("default")))

PUBLIC int answer(void);
PUBLIC int next(void);
PUBLIC int plugin(void);

static const char *beside(char *path, size_t size, const char *name)
{
	Dl_info self;
	dladdr((void *)beside, &self);
	int length = (int)(strrchr(self.dli_fname, '/') - self.dli_fname);
	snprintf(path, size, "%.*s/%s", length, self.dli_fname, name);
	return path;
}

static int number(const char *name)
{
	char path[4096];
	int value = -1;
	FILE *file = fopen(beside(path, sizeof path, name), "r");
	if (file != NULL) {
		if (fscanf(file, "%d", &value) != 1) {
			value = -2;
		}
		fclose(file);
	}
	return value;
}

int answer(void)
{
	return number("model.txt") + number("../share/model.txt");
}

/* A plug-in that is bound to another copy of this library counts by itself. */
int next(void)
{
	static int count;
	return ++count;
}

int plugin(void)
{
	char path[4096];
	void *opened = dlopen(beside(path, sizeof path, "plugins/libplugin.so"), RTLD_NOW);
	if (opened == NULL) {
		fprintf(stderr, "%s\n", dlerror());
		return -1;
	}
	next();
	int result = ((int (*)(void))dlsym(opened, "plugin"))();
	dlclose(opened);
	return result;
}
