/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "timers.h"

#include "notifications.h"

#include <errno.h>

/* Any timer: one that sends a signal would go on to do so. */
int redirected_timer_create(clockid_t clock, struct sigevent *event, timer_t *timer)
{
	relib_ledger *ledger = callbacks_caller();
	struct callback callback = {.ledger = ledger, .kind = CALLBACK_TIMER};
	struct sigevent ours;
	uintptr_t number = 0;
	if (ledger == NULL) {
		return timer_create(clock, event, timer);
	}
	if (calls_function(event)) {
		callback.notify = event->sigev_notify_function;
		callback.value = event->sigev_value;
	}
	if ((number = callback_add(callback)) == 0) {
		errno = EAGAIN;
		return -1;
	}
	if (calls_function(event)) {
		ours = event_for(event, number);
		event = &ours;
	}
	int error = timer_create(clock, event, timer);
	if (error != 0) {
		callback_drop(number);
		return error;
	}
	callbacks_take_lock();
	struct callback *added = callback_find(number);
	bool stays = added != NULL && !added->released; /* the module may be going */
	if (stays) {
		added->timer = *timer;
		added->is_set = true;
	}
	callbacks_leave_lock();
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
	callbacks_take_lock();
	struct callback *callback = callbacks_first();
	while (callback != NULL && !(callback->kind == CALLBACK_TIMER && callback->is_set && callback->timer == timer)) {
		callback = callback->next;
	}
	if (callback != NULL) {
		released = callback->released;
		callback->released = true;
		callback->stopped = true;
		if (callback->running == 0) {
			callback_take_out(callback);
		}
	}
	callbacks_leave_lock();
	return released ? 0 : timer_delete(timer);
}

size_t timers_delete(const relib_ledger *ledger)
{
	size_t count = 0;
	for (struct callback *timer; (timer = callback_find_of(ledger, CALLBACK_TIMER)) != NULL; count++) {
		timer->released = true;
		if (timer->is_set) {
			timer_delete(timer->timer);
		}
	}
	return count;
}
