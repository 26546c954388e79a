/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "requests.h"

#include "notifications.h"
#include "peek.h"
#include "redirect.h"

#include <aio.h>
#include <dlfcn.h>
#include <errno.h>
#include <netdb.h>
#include <time.h>

#define LOOKS 200
#define PAUSE_NANOS (5 * 1000 * 1000)

struct request_type {
	bool (*runs)(const void *request); /* whatever is in that memory by now */
	void (*cancel)(void *request);     /* waits until the C library has let go of one that is over */
};

static bool runs_aio(const void *request)
{
	struct aiocb copy;
	return memory_copy(&copy, (uintptr_t)request, sizeof(copy)) == sizeof(copy) && aio_error(&copy) == EINPROGRESS;
}

static void cancel_aio(void *request)
{
	aio_cancel(((struct aiocb *)request)->aio_fildes, request);
}

static bool runs_lookup(const void *request)
{
	struct gaicb copy;
	return memory_copy(&copy, (uintptr_t)request, sizeof(copy)) == sizeof(copy) && gai_error(&copy) == EAI_INPROGRESS;
}

static void cancel_lookup(void *request)
{
	gai_cancel(request);
}

static const struct request_type aio = {runs_aio, cancel_aio};
static const struct request_type lookup = {runs_lookup, cancel_lookup};

/* Precondition: the lock is held. */
static struct callback *find_request(const void *request)
{
	struct callback *callback = callbacks_first();
	while (callback != NULL &&
		   (callback->kind != CALLBACK_REQUEST || callback->request != request || callback->over)) {
		callback = callback->next;
	}
	return callback;
}

/* Precondition: the lock is held. One that has to call its function still does so. */
static void forget(struct callback *callback)
{
	if (callback->running > 0 || (callback->notify != NULL && !callback->called)) {
		callback->over = true;
	} else {
		callback_take_out(callback);
	}
}

/* Gives the module its event back, which it may use again. Precondition: the lock is held. */
static void restore(struct sigevent *event, const struct callback *callback)
{
	if (callback->notify != NULL && number_of(event) == callback->number) {
		event->sigev_notify_function = callback->notify;
		event->sigev_value = callback->value;
	}
}

/* Returns its number; 0 if memory is short. event may be NULL; otherwise it is the C library's until the end. */
static uintptr_t note(relib_ledger *ledger, const struct request_type *type, void *request, struct sigevent *event)
{
	struct callback added = {.ledger = ledger, .kind = CALLBACK_REQUEST, .type = type, .request = request};
	callbacks_take_lock();
	struct callback *former = find_request(request);
	if (former != NULL) {
		if (event != NULL) {
			restore(event, former);
		}
		forget(former);
	}
	callbacks_leave_lock();
	if (calls_function(event)) {
		added.notify = event->sigev_notify_function;
		added.value = event->sigev_value;
	}
	uintptr_t number = callback_add(added);
	if (number != 0 && calls_function(event)) {
		*event = event_for(event, number);
	}
	return number;
}

/* A request that has not begun. */
static void withdraw(uintptr_t number, struct sigevent *event)
{
	int saved_errno = errno;
	callbacks_take_lock();
	struct callback *callback = callback_find(number);
	if (callback != NULL) {
		restore(event, callback);
		callback_take_out(callback);
	}
	callbacks_leave_lock();
	errno = saved_errno;
}

static int submitted(uintptr_t number, struct aiocb *request, int error)
{
	if (error != 0) {
		withdraw(number, &request->aio_sigevent);
	}
	return error;
}

/* Returns false if memory is short: nobody would end the request. number is 0 for a request that is no module's. */
static bool note_aio(struct aiocb *request, uintptr_t *number)
{
	relib_ledger *ledger = callbacks_caller();
	*number = ledger != NULL ? note(ledger, &aio, request, &request->aio_sigevent) : 0;
	if (ledger != NULL && *number == 0) {
		errno = EAGAIN;
		return false;
	}
	return true;
}

int redirected_aio_read(struct aiocb *request)
{
	uintptr_t number;
	return note_aio(request, &number) ? submitted(number, request, aio_read(request)) : -1;
}

int redirected_aio_write(struct aiocb *request)
{
	uintptr_t number;
	return note_aio(request, &number) ? submitted(number, request, aio_write(request)) : -1;
}

int redirected_aio_fsync(int operation, struct aiocb *request)
{
	uintptr_t number;
	return note_aio(request, &number) ? submitted(number, request, aio_fsync(operation, request)) : -1;
}

/* The module may free the request, or use it again. */
ssize_t redirected_aio_return(struct aiocb *request)
{
	callbacks_take_lock();
	struct callback *callback = find_request(request);
	if (callback != NULL) {
		if (callback->called) {
			restore(&request->aio_sigevent, callback);
		}
		forget(callback);
	}
	callbacks_leave_lock();
	return aio_return(request);
}

/* What a list of requests notifies of at its end: event, unless it calls a function of a module. False if memory is short. */
static bool note_event(relib_ledger *ledger, struct sigevent **event, struct sigevent *ours)
{
	if (!calls_function(*event)) {
		return true;
	}
	uintptr_t number = callback_add((struct callback){.ledger = ledger,
													  .kind = CALLBACK_NOTIFICATION,
													  .notify = (*event)->sigev_notify_function,
													  .value = (*event)->sigev_value});
	*ours = event_for(*event, number);
	*event = ours;
	return number != 0;
}

static bool note_list(relib_ledger *ledger, struct aiocb *const list[], int count)
{
	bool noted = true;
	for (int i = 0; i < count && noted; i++) {
		noted = list[i] == NULL || list[i]->aio_lio_opcode == LIO_NOP ||
				note(ledger, &aio, list[i], &list[i]->aio_sigevent) != 0;
	}
	return noted;
}

/* If memory is short, those of the list that have not begun. */
static void withdraw_list(struct aiocb *const list[], int count)
{
	callbacks_take_lock();
	for (int i = 0; i < count; i++) {
		struct callback *callback = list[i] != NULL ? find_request(list[i]) : NULL;
		if (callback != NULL && !callback->called) {
			restore(&list[i]->aio_sigevent, callback);
			callback_take_out(callback);
		}
	}
	callbacks_leave_lock();
}

int redirected_lio_listio(int mode, struct aiocb *const list[], int count, struct sigevent *event)
{
	relib_ledger *ledger = callbacks_caller();
	struct sigevent ours;
	if (ledger != NULL &&
		!(note_list(ledger, list, count) && (mode != LIO_NOWAIT || note_event(ledger, &event, &ours)))) {
		withdraw_list(list, count);
		errno = EAGAIN;
		return -1;
	}
	return lio_listio(mode, list, count, event);
}

static void forget_lookup(struct gaicb *request)
{
	callbacks_take_lock();
	struct callback *callback = find_request(request);
	if (callback != NULL) {
		forget(callback);
	}
	callbacks_leave_lock();
}

int redirected_getaddrinfo_a(int mode, struct gaicb *list[], int count, struct sigevent *event)
{
	relib_ledger *ledger = callbacks_caller();
	struct sigevent ours;
	if (ledger == NULL || mode != GAI_NOWAIT) {
		return getaddrinfo_a(mode, list, count, event);
	}
	bool noted = note_event(ledger, &event, &ours);
	for (int i = 0; i < count && noted; i++) {
		noted = list[i] == NULL || note(ledger, &lookup, list[i], NULL) != 0;
	}
	int error = noted ? getaddrinfo_a(mode, list, count, event) : EAI_MEMORY;
	for (int i = 0; error != 0 && i < count; i++) {
		if (list[i] != NULL && !runs_lookup(list[i])) {
			forget_lookup(list[i]);
		}
	}
	return error;
}

/* The module may free a request that is over. */
int redirected_gai_error(struct gaicb *request)
{
	int error = gai_error(request);
	if (error != EAI_INPROGRESS) {
		forget_lookup(request);
	}
	return error;
}

/* Returns false if it does not end. */
static bool ends(const struct request_type *type, void *request)
{
	for (int i = 0; i < LOOKS && type->runs(request); i++) {
		type->cancel(request);
		nanosleep(&(struct timespec){.tv_nsec = PAUSE_NANOS}, NULL);
	}
	bool runs = type->runs(request);
	type->cancel(request);
	return !runs;
}

static void keep_library(const relib_ledger *ledger)
{
	Dl_info library;
	if (ledger->redirected != NULL && dladdr(ledger->redirected->address, &library) != 0) {
		dlopen(library.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE);
	}
}

struct requests_left requests_end(const relib_ledger *ledger)
{
	struct requests_left left = {0, 0};
	for (struct callback *callback; (callback = callback_find_of(ledger, CALLBACK_REQUEST)) != NULL;) {
		const struct request_type *type = callback->type;
		void *request = callback->request;
		callback->released = true;
		callbacks_leave_lock();
		if (type->runs(request)) {
			bool ended = ends(type, request);
			left.ended += ended;
			left.running += !ended;
		}
		callbacks_take_lock();
	}
	if (left.running > 0) {
		keep_library(ledger);
	}
	return left;
}
