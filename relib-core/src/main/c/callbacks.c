/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "callbacks.h"

#include "callback_list.h"
#include "cookie_streams.h"
#include "exit_calls.h"
#include "print_formats.h"
#include "requests.h"
#include "timers.h"

/* Precondition: the lock is held; it is let go meanwhile. */
static void await_notifications(const relib_ledger *ledger)
{
	for (struct callback *callback = callbacks_first(); callback != NULL;) {
		if (callback->ledger == ledger && callback->notify != NULL && callback->running > 0) {
			callbacks_await_change();
			callback = callbacks_first();
		} else {
			callback = callback->next;
		}
	}
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
	callbacks_unloads = true;
	callbacks_take_lock();
	exit_calls_run(ledger);
	size_t timers = timers_delete(ledger);
	size_t formats = formats_forget(ledger);
	size_t streams = streams_flush(ledger);
	size_t notifications = 0;
	for (struct callback *callback = callbacks_first(); callback != NULL; callback = callback->next) {
		if (callback->ledger == ledger) {
			callback->stopped = true;
			notifications += callback->kind == CALLBACK_NOTIFICATION;
		}
	}
	struct requests_left requests = requests_end(ledger);
	await_notifications(ledger);
	callbacks_leave_lock();
	tell(log, timers, "timers were left behind: they are deleted");
	tell(log, notifications, "notifications were left behind: they do nothing from now on");
	tell(log, requests.ended, "requests of aio or getaddrinfo_a were left behind: they are cancelled or over");
	tell(log, requests.running, "requests of aio or getaddrinfo_a do not end: the library stays for them");
	tell(log, formats, "formats of printf were left behind: they are removed");
	tell(log, streams, "streams with functions of the module were left behind: they are closed");
}

void callbacks_resume(relib_ledger *ledger)
{
	callbacks_take_lock();
	for (struct callback *callback = callbacks_first(); callback != NULL; callback = callback->next) {
		if (callback->ledger == ledger && callback->kind != CALLBACK_TIMER) {
			callback->stopped = false;
			callback->released = false;
		}
	}
	callbacks_leave_lock();
}

void callbacks_close(relib_ledger *ledger)
{
	callbacks_unloads = false;
	callbacks_take_lock();
	streams_close(ledger);
	for (struct callback *callback = callbacks_first(); callback != NULL;) {
		struct callback *next = callback->next;
		if (callback->ledger == ledger) {
			callback_take_out(callback);
		}
		callback = next;
	}
	callbacks_leave_lock();
}
