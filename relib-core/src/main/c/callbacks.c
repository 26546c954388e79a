/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "callbacks.h"

#include "hooks.h"
#include "ledger.h"
#include "redirect.h"

#include <errno.h>
#include <mqueue.h>
#include <printf.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum kind { TIMER, NOTIFICATION, STREAM, FORMAT, EXIT_CALL, KINDS };

/* Found by its number: the C library may still hold that of one which is long gone. */
struct callback {
	uintptr_t number;
	relib_ledger *ledger;
	enum kind kind;
	int running;   /* threads inside */
	bool stopped;  /* only the thread that unloads may call it */
	bool released; /* a timer: deleted */
	void (*notify)(union sigval);
	union sigval value;
	timer_t timer;
	bool is_set; /* a timer: there is one */
	cookie_io_functions_t stream_functions;
	void *cookie;
	FILE *stream;
	int format;
	void (*at_exit)(int status, void *argument);
	struct callback *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct callback *all;
static uintptr_t last_number;
static _Atomic pid_t process; /* that has modules */
static _Thread_local bool unloads;

/* False in a child that was forked, which may find the lock taken. No other thread is there that changes the list. */
static bool has_lock(void)
{
	pid_t known = atomic_load(&process);
	return known == 0 || known == getpid();
}

static void take_lock(void)
{
	if (has_lock()) {
		pthread_mutex_lock(&lock);
	}
}

static void leave_lock(void)
{
	if (has_lock()) {
		pthread_mutex_unlock(&lock);
	}
}

/* NULL: nobody's. What a child of the process does is its own. */
static relib_ledger *calling_ledger(void)
{
	const struct redirected *caller = *(const struct redirected *volatile *)&redirected_caller;
	return caller != NULL && caller->ledger->allocations.process == getpid() ? caller->ledger : NULL;
}

/* Returns its number; 0 if memory is short. */
static uintptr_t add(struct callback callback)
{
	struct callback *added = malloc(sizeof(*added));
	if (added == NULL) {
		return 0;
	}
	*added = callback;
	pthread_mutex_lock(&lock);
	atomic_store(&process, getpid());
	uintptr_t number = added->number = ++last_number;
	added->next = all;
	all = added;
	pthread_mutex_unlock(&lock);
	return number;
}

/* Precondition of this and the next ones: the lock is held. */
static struct callback *find(uintptr_t number)
{
	struct callback *callback = all;
	while (callback != NULL && callback->number != number) {
		callback = callback->next;
	}
	return callback;
}

static struct callback *find_of(const relib_ledger *ledger, enum kind kind)
{
	struct callback *callback = all;
	while (callback != NULL && (callback->ledger != ledger || callback->kind != kind || callback->released)) {
		callback = callback->next;
	}
	return callback;
}

static void take_out(struct callback *taken)
{
	struct callback **link = &all;
	while (*link != taken) {
		link = &(*link)->next;
	}
	*link = taken->next;
	free(taken);
}

static void drop(uintptr_t number)
{
	take_lock();
	struct callback *callback = find(number);
	if (callback != NULL) {
		take_out(callback);
	}
	leave_lock();
}

/* Copies a callback that may be called; end has to follow. */
static bool begin(uintptr_t number, struct callback *copy)
{
	take_lock();
	struct callback *callback = find(number);
	bool may = callback != NULL && (!callback->stopped || unloads);
	if (may) {
		callback->running++;
		*copy = *callback;
	}
	leave_lock();
	return may;
}

static void end(uintptr_t number, bool is_over)
{
	take_lock();
	struct callback *callback = find(number);
	if (callback != NULL && --callback->running == 0 && is_over) {
		take_out(callback);
	}
	pthread_cond_broadcast(&changed);
	leave_lock();
}

static void end_notification(void *callback)
{
	const struct callback *ended = callback;
	end(ended->number, ended->kind == NOTIFICATION);
}

/* The function may end its thread. */
static void notify(union sigval value)
{
	struct callback callback;
	if (begin((uintptr_t)value.sival_ptr, &callback)) {
		pthread_cleanup_push(end_notification, &callback);
		callback.notify(callback.value);
		pthread_cleanup_pop(1);
	}
}

static bool calls_function(const struct sigevent *event)
{
	return event != NULL && event->sigev_notify == SIGEV_THREAD;
}

/* Any timer: one that sends a signal would go on to do so. */
int redirected_timer_create(clockid_t clock, struct sigevent *event, timer_t *timer)
{
	relib_ledger *ledger = calling_ledger();
	struct callback callback = {.ledger = ledger, .kind = TIMER};
	struct sigevent ours;
	uintptr_t number = 0;
	if (ledger == NULL) {
		return timer_create(clock, event, timer);
	}
	if (calls_function(event)) {
		callback.notify = event->sigev_notify_function;
		callback.value = event->sigev_value;
	}
	if ((number = add(callback)) == 0) {
		errno = EAGAIN;
		return -1;
	}
	if (calls_function(event)) {
		ours = *event;
		ours.sigev_notify_function = notify;
		ours.sigev_value.sival_ptr = (void *)number;
		event = &ours;
	}
	int error = timer_create(clock, event, timer);
	if (error != 0) {
		drop(number);
		return error;
	}
	pthread_mutex_lock(&lock);
	struct callback *added = find(number);
	bool stays = added != NULL && !added->released; /* the module may be going */
	if (stays) {
		added->timer = *timer;
		added->is_set = true;
	}
	pthread_mutex_unlock(&lock);
	if (!stays) {
		timer_delete(*timer);
		errno = EAGAIN;
		return -1;
	}
	return 0;
}

/* A destructor of a module may delete a timer that is deleted already. */
int redirected_timer_delete(timer_t timer)
{
	bool released = false;
	take_lock();
	struct callback *callback = all;
	while (callback != NULL && !(callback->kind == TIMER && callback->is_set && callback->timer == timer)) {
		callback = callback->next;
	}
	if (callback != NULL) {
		released = callback->released;
		callback->released = true;
		callback->stopped = true;
		if (callback->running == 0) {
			take_out(callback);
		}
	}
	leave_lock();
	return released ? 0 : timer_delete(timer);
}

int redirected_mq_notify(mqd_t queue, const struct sigevent *event)
{
	relib_ledger *ledger = calling_ledger();
	if (ledger == NULL || !calls_function(event)) {
		return mq_notify(queue, event);
	}
	struct callback callback = {.ledger = ledger,
								.kind = NOTIFICATION,
								.notify = event->sigev_notify_function,
								.value = event->sigev_value};
	uintptr_t number = add(callback);
	if (number == 0) {
		errno = ENOMEM;
		return -1;
	}
	struct sigevent ours = *event;
	ours.sigev_notify_function = notify;
	ours.sigev_value.sival_ptr = (void *)number;
	int error = mq_notify(queue, &ours);
	if (error != 0) {
		drop(number);
	}
	return error;
}

/* Streams of a module that is gone: they are at their end, and take everything. */
static ssize_t read_stream(void *number, char *buffer, size_t size)
{
	struct callback callback;
	ssize_t len = 0;
	if (begin((uintptr_t)number, &callback)) {
		len = callback.stream_functions.read(callback.cookie, buffer, size);
		end((uintptr_t)number, false);
	}
	return len;
}

static ssize_t write_stream(void *number, const char *buffer, size_t size)
{
	struct callback callback;
	ssize_t len = (ssize_t)size;
	if (begin((uintptr_t)number, &callback)) {
		len = callback.stream_functions.write(callback.cookie, buffer, size);
		end((uintptr_t)number, false);
	}
	return len;
}

static int seek_stream(void *number, off64_t *offset, int whence)
{
	struct callback callback;
	int error = -1;
	if (begin((uintptr_t)number, &callback)) {
		error = callback.stream_functions.seek(callback.cookie, offset, whence);
		end((uintptr_t)number, false);
	}
	return error;
}

static int close_stream(void *number)
{
	struct callback callback;
	int error = 0;
	if (begin((uintptr_t)number, &callback)) {
		error = callback.stream_functions.close != NULL ? callback.stream_functions.close(callback.cookie) : 0;
		end((uintptr_t)number, true);
	} else {
		drop((uintptr_t)number);
	}
	return error;
}

FILE *redirected_fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
	relib_ledger *ledger = calling_ledger();
	if (ledger == NULL) {
		return fopencookie(cookie, mode, functions);
	}
	struct callback callback = {.ledger = ledger, .kind = STREAM, .stream_functions = functions, .cookie = cookie};
	uintptr_t number = add(callback);
	cookie_io_functions_t ours = {.read = functions.read != NULL ? read_stream : NULL,
								  .write = functions.write != NULL ? write_stream : NULL,
								  .seek = functions.seek != NULL ? seek_stream : NULL,
								  .close = close_stream};
	FILE *stream = number != 0 ? fopencookie((void *)number, mode, ours) : NULL;
	if (stream == NULL) {
		drop(number);
		return NULL;
	}
	pthread_mutex_lock(&lock);
	struct callback *added = find(number);
	if (added != NULL) {
		added->stream = stream;
	}
	pthread_mutex_unlock(&lock);
	return stream;
}

int redirected_register_printf_specifier(int format, printf_function *print, printf_arginfo_size_function *arguments)
{
	relib_ledger *ledger = calling_ledger();
	int error = register_printf_specifier(format, print, arguments);
	if (error == 0 && ledger != NULL && print != NULL) {
		add((struct callback){.ledger = ledger, .kind = FORMAT, .format = format});
	}
	return error;
}

static void run_at_exit(int status, void *number)
{
	struct callback callback;
	if (begin((uintptr_t)number, &callback)) {
		callback.at_exit(status, callback.cookie);
		end((uintptr_t)number, true);
	}
}

int redirected_on_exit(void (*function)(int status, void *argument), void *argument)
{
	relib_ledger *ledger = calling_ledger();
	if (ledger == NULL) {
		return on_exit(function, argument);
	}
	uintptr_t number = add((struct callback){.ledger = ledger, .kind = EXIT_CALL, .at_exit = function, .cookie = argument});
	int error = number != 0 ? on_exit(run_at_exit, (void *)number) : -1;
	if (error != 0) {
		drop(number);
	}
	return error;
}

/* Precondition: the lock is held; it is let go meanwhile. */
static void await_notifications(const relib_ledger *ledger)
{
	for (struct callback *callback = all; callback != NULL;) {
		if (callback->ledger == ledger && callback->kind <= NOTIFICATION && callback->running > 0) {
			pthread_cond_wait(&changed, &lock);
			callback = all;
		} else {
			callback = callback->next;
		}
	}
}

static size_t delete_timers(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *timer; (timer = find_of(ledger, TIMER)) != NULL; count++) {
		timer->released = true;
		if (timer->is_set) {
			timer_delete(timer->timer);
		}
	}
	return count;
}

static size_t forget_formats(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *format; (format = find_of(ledger, FORMAT)) != NULL; count++) {
		register_printf_specifier(format->format, NULL, NULL);
		take_out(format);
	}
	return count;
}

/* Latest first, as the end of the process would. The lock is let go meanwhile. */
static size_t run_exit_calls(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *callback; (callback = find_of(ledger, EXIT_CALL)) != NULL; count++) {
		void (*function)(int, void *) = callback->at_exit;
		void *argument = callback->cookie;
		take_out(callback);
		pthread_mutex_unlock(&lock);
		function(EXIT_SUCCESS, argument);
		pthread_mutex_lock(&lock);
	}
	return count;
}

/* Writes what they hold. The lock is let go meanwhile. */
static size_t flush_streams(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *stream; (stream = find_of(ledger, STREAM)) != NULL; count++) {
		FILE *file = stream->stream;
		stream->released = true;
		pthread_mutex_unlock(&lock);
		if (file != NULL) {
			fflush(file);
		}
		pthread_mutex_lock(&lock);
	}
	return count;
}

static void tell(const struct log_source *log, size_t count, const char *what)
{
	char text[160];
	if (count > 0) {
		int len = snprintf(text, sizeof(text), "%zu %s", count, what);
		log_put(log, RELIB_WARN, text, (size_t)len);
	}
}

void callbacks_stop(relib_ledger *ledger, const struct log_source *log)
{
	unloads = true;
	pthread_mutex_lock(&lock);
	run_exit_calls(ledger);
	size_t timers = delete_timers(ledger);
	size_t formats = forget_formats(ledger);
	size_t streams = flush_streams(ledger);
	size_t notifications = 0;
	for (struct callback *callback = all; callback != NULL; callback = callback->next) {
		if (callback->ledger == ledger) {
			callback->stopped = true;
			notifications += callback->kind == NOTIFICATION;
		}
	}
	await_notifications(ledger);
	pthread_mutex_unlock(&lock);
	tell(log, timers, "timers were left behind: they are deleted");
	tell(log, notifications, "notifications were left behind: they do nothing from now on");
	tell(log, formats, "formats of printf were left behind: they are removed");
	tell(log, streams, "streams with functions of the module were left behind: they are closed");
}

void callbacks_resume(relib_ledger *ledger)
{
	pthread_mutex_lock(&lock);
	for (struct callback *callback = all; callback != NULL; callback = callback->next) {
		if (callback->ledger == ledger && callback->kind != TIMER) {
			callback->stopped = false;
			callback->released = false;
		}
	}
	pthread_mutex_unlock(&lock);
}

void callbacks_close(relib_ledger *ledger)
{
	unloads = false;
	pthread_mutex_lock(&lock);
	for (struct callback *callback = all; callback != NULL;) {
		struct callback *next = callback->next;
		if (callback->ledger == ledger && callback->kind == STREAM) {
			FILE *file = callback->stream;
			take_out(callback);
			pthread_mutex_unlock(&lock);
			if (file != NULL) {
				fclose(file);
			}
			pthread_mutex_lock(&lock);
			next = all;
		} else if (callback->ledger == ledger) {
			take_out(callback);
		}
		callback = next;
	}
	pthread_mutex_unlock(&lock);
}
