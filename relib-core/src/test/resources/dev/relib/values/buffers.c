/* SPDX-License-Identifier: Apache-2.0 */
/* What becomes of buffers. */
#include "relib_module.h"

#include <stdlib.h>
#include <string.h>

typedef struct run {
	const void *ptr;
	size_t len;
} run;

RELIB_MODULE("1",
	"exports Buffers\n"
	"  address(data: bytes) -> i64\n"
	"  increase(data: bytes) -> i32\n"
	"  make(length: i32) -> bytes\n"
	"  show() -> bytes\n"
	"imports Reader\n"
	"  read(data: bytes) -> bytes\n")

RELIB_EXPORT int64_t __relib__Buffers_address(uint8_t *success, run data)
{
	*success = RELIB_RETURNED;
	return (int64_t)(uintptr_t)data.ptr;
}

/* Adds one to each byte in place, and returns how many there are. */
RELIB_EXPORT int32_t __relib__Buffers_increase(uint8_t *success, run data)
{
	for (size_t i = 0; i < data.len; i++) {
		((uint8_t *)data.ptr)[i]++;
	}
	*success = RELIB_RETURNED;
	return (int32_t)data.len;
}

static run *box(const void *ptr, size_t len)
{
	run *box = malloc(sizeof *box);
	void *copy = malloc(len + 1);
	memcpy(copy, ptr, len);
	*box = (run){ copy, len };
	return box;
}

static void give_back(run *box)
{
	memset((void *)box->ptr, 0xee, box->len);
	free((void *)box->ptr);
	free(box);
}

RELIB_EXPORT run *__relib__Buffers_make(uint8_t *success, int32_t length)
{
	static const uint8_t bytes[] = { 1, 2, 3, 4 };
	*success = RELIB_RETURNED;
	return box(bytes, (size_t)length);
}

RELIB_EXPORT void __post__relib__Buffers_make(run *box)
{
	give_back(box);
}

RELIB_IMPORT_SLOT run *(*__relib__Reader_read)(uint8_t *, run);
RELIB_IMPORT_SLOT void (*__post__relib__Reader_read)(run *);

/* Shows the host five bytes, and returns what the host makes of them. */
RELIB_EXPORT run *__relib__Buffers_show(uint8_t *success)
{
	uint8_t told = 0;
	run *answer = __relib__Reader_read(&told, (run){ "hello", 5 });
	run *result = told == RELIB_RETURNED ? box(answer->ptr, answer->len) : NULL;
	if (told == RELIB_RETURNED) {
		__post__relib__Reader_read(answer);
	}
	*success = told == RELIB_RETURNED ? RELIB_RETURNED : RELIB_IMPORT_FAILED;
	return result;
}

RELIB_EXPORT void __post__relib__Buffers_show(run *box)
{
	give_back(box);
}
