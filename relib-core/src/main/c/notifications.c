/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "notifications.h"

#include <errno.h>
#include <mqueue.h>
#include <pthread.h>

static void end_notification(void *callback)
{
	const struct callback *ended = callback;
	callback_end(ended->number, ended->kind == CALLBACK_NOTIFICATION);
}

/* The function may end its thread. */
static void notify(union sigval value)
{
	struct callback callback;
	if (callback_begin((uintptr_t)value.sival_ptr, &callback)) {
		pthread_cleanup_push(end_notification, &callback);
		callback.notify(callback.value);
		pthread_cleanup_pop(1);
	}
}

bool calls_function(const struct sigevent *event)
{
	return event != NULL && event->sigev_notify == SIGEV_THREAD;
}

struct sigevent event_for(const struct sigevent *event, uintptr_t number)
{
	struct sigevent ours = *event;
	ours.sigev_notify_function = notify;
	ours.sigev_value.sival_ptr = (void *)number;
	return ours;
}

uintptr_t number_of(const struct sigevent *event)
{
	return calls_function(event) && event->sigev_notify_function == notify ? (uintptr_t)event->sigev_value.sival_ptr : 0;
}

int redirected_mq_notify(mqd_t queue, const struct sigevent *event)
{
	relib_ledger *ledger = callbacks_caller();
	if (ledger == NULL || !calls_function(event)) {
		return mq_notify(queue, event);
	}
	struct callback callback = {.ledger = ledger,
								.kind = CALLBACK_NOTIFICATION,
								.notify = event->sigev_notify_function,
								.value = event->sigev_value};
	uintptr_t number = callback_add(callback);
	if (number == 0) {
		errno = ENOMEM;
		return -1;
	}
	struct sigevent ours = event_for(event, number);
	int error = mq_notify(queue, &ours);
	if (error != 0) {
		callback_drop(number);
	}
	return error;
}
