/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "cookie_streams.h"

#include "callback_list.h"

/* Streams of a module that is gone: they are at their end, and take everything. */
static ssize_t read_stream(void *number, char *buffer, size_t size)
{
	struct callback callback;
	ssize_t len = 0;
	if (callback_begin((uintptr_t)number, &callback)) {
		len = callback.stream_functions.read(callback.cookie, buffer, size);
		callback_end((uintptr_t)number, false);
	}
	return len;
}

static ssize_t write_stream(void *number, const char *buffer, size_t size)
{
	struct callback callback;
	ssize_t len = (ssize_t)size;
	if (callback_begin((uintptr_t)number, &callback)) {
		len = callback.stream_functions.write(callback.cookie, buffer, size);
		callback_end((uintptr_t)number, false);
	}
	return len;
}

static int seek_stream(void *number, off64_t *offset, int whence)
{
	struct callback callback;
	int error = -1;
	if (callback_begin((uintptr_t)number, &callback)) {
		error = callback.stream_functions.seek(callback.cookie, offset, whence);
		callback_end((uintptr_t)number, false);
	}
	return error;
}

static int close_stream(void *number)
{
	struct callback callback;
	int error = 0;
	if (callback_begin((uintptr_t)number, &callback)) {
		error = callback.stream_functions.close != NULL ? callback.stream_functions.close(callback.cookie) : 0;
		callback_end((uintptr_t)number, true);
	} else {
		callback_drop((uintptr_t)number);
	}
	return error;
}

FILE *redirected_fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
	relib_ledger *ledger = callbacks_caller();
	if (ledger == NULL) {
		return fopencookie(cookie, mode, functions);
	}
	struct callback callback = {.ledger = ledger, .kind = CALLBACK_STREAM, .stream_functions = functions, .cookie = cookie};
	uintptr_t number = callback_add(callback);
	cookie_io_functions_t ours = {.read = functions.read != NULL ? read_stream : NULL,
								  .write = functions.write != NULL ? write_stream : NULL,
								  .seek = functions.seek != NULL ? seek_stream : NULL,
								  .close = close_stream};
	FILE *stream = number != 0 ? fopencookie((void *)number, mode, ours) : NULL;
	if (stream == NULL) {
		callback_drop(number);
		return NULL;
	}
	callbacks_take_lock();
	struct callback *added = callback_find(number);
	if (added != NULL) {
		added->stream = stream;
	}
	callbacks_leave_lock();
	return stream;
}

size_t streams_flush(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *stream; (stream = callback_find_of(ledger, CALLBACK_STREAM)) != NULL; count++) {
		FILE *file = stream->stream;
		stream->released = true;
		callbacks_leave_lock();
		if (file != NULL) {
			fflush(file);
		}
		callbacks_take_lock();
	}
	return count;
}

void streams_close(const relib_ledger *ledger)
{
	for (struct callback *callback = callbacks_first(); callback != NULL;) {
		if (callback->ledger == ledger && callback->kind == CALLBACK_STREAM) {
			FILE *file = callback->stream;
			callback_take_out(callback);
			callbacks_leave_lock();
			if (file != NULL) {
				fclose(file);
			}
			callbacks_take_lock();
			callback = callbacks_first();
		} else {
			callback = callback->next;
		}
	}
}
