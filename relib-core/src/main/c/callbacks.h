/*
 * Functions of modules that the C library calls by itself, at some later time: notifications (SIGEV_THREAD of timers,
 * message queues and asynchronous requests), streams with functions of their own (fopencookie), formats of printf and
 * functions for the end of the process. The C library is given ours instead, which know when a module is gone. Any thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_CALLBACKS_H
#define RELIB_CALLBACKS_H

/* The functions whose calls are redirected to those of the same name with the prefix redirected_, in the parts. */
#define CALLBACK_HOOKS(DO) \
	DO(timer_create) DO(timer_delete) DO(mq_notify) DO(aio_read) DO(aio_write) DO(aio_fsync) DO(aio_return) \
	DO(lio_listio) DO(getaddrinfo_a) DO(gai_error) DO(fopencookie) DO(register_printf_specifier) DO(on_exit)

/* The same ones by a second name. */
#define CALLBACK_HOOKS_64(DO) DO(aio_read) DO(aio_write) DO(aio_fsync) DO(aio_return) DO(lio_listio)

#include "log.h"
#include "relib_rt.h"

/*
 * From now on the C library calls none of the ledger's notifications. Deletes its timers, and writes what its streams
 * hold. Ends its requests, and waits for a notification that runs. Owner thread, right before dlclose. Says in the log what was left.
 */
void callbacks_stop(relib_ledger *ledger, const struct log_source *log);

/* The library goes on after all, without what was deleted. Any thread. */
void callbacks_resume(relib_ledger *ledger);

/* Closes the streams. Precondition: the module's library is unmapped. */
void callbacks_close(relib_ledger *ledger);

#endif
