/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "exit_calls.h"

#include "callback_list.h"

#include <stdlib.h>

static void run_at_exit(int status, void *number)
{
	struct callback callback;
	if (callback_begin((uintptr_t)number, &callback)) {
		callback.at_exit(status, callback.cookie);
		callback_end((uintptr_t)number, true);
	}
}

int redirected_on_exit(void (*function)(int status, void *argument), void *argument)
{
	relib_ledger *ledger = callbacks_caller();
	if (ledger == NULL) {
		return on_exit(function, argument);
	}
	uintptr_t number = callback_add((struct callback){.ledger = ledger, .kind = CALLBACK_AT_EXIT, .at_exit = function, .cookie = argument});
	int error = number != 0 ? on_exit(run_at_exit, (void *)number) : -1;
	if (error != 0) {
		callback_drop(number);
	}
	return error;
}

void exit_calls_run(const relib_ledger *ledger)
{
	for (struct callback *callback; (callback = callback_find_of(ledger, CALLBACK_AT_EXIT)) != NULL;) {
		void (*function)(int, void *) = callback->at_exit;
		void *argument = callback->cookie;
		callback_take_out(callback);
		callbacks_leave_lock();
		function(EXIT_SUCCESS, argument);
		callbacks_take_lock();
	}
}
