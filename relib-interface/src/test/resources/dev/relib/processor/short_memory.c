#include "host.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

extern relib_buffer *(*__relib__Host_read)(uint8_t *);
extern void (*__post__relib__Host_read)(relib_buffer *);

void *no_memory(size_t size)
{
	(void)size;
	return NULL;
}

void relib_panic(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vprintf(format, arguments);
	putchar('\n');
	exit(0);
}

void relib_import_failed(const char *import)
{
	(void)import;
	abort();
}

void relib_import_unbound(const char *import)
{
	(void)import;
	abort();
}

static relib_buffer *read_bytes(uint8_t *success)
{
	static relib_buffer box = {(uint8_t *)"abc", 3};
	*success = RELIB_RETURNED;
	return &box;
}

static void give_back(relib_buffer *box)
{
	(void)box;
	puts("given back");
}

int main(void)
{
	__relib__Host_read = read_bytes;
	__post__relib__Host_read = give_back;
	host_read();
	return 1;
}
