/*
 * Functions that the C library calls on a thread of its own when something is over (SIGEV_THREAD). Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_NOTIFICATIONS_H
#define RELIB_NOTIFICATIONS_H

#include "callback_list.h"

/* event may be NULL. */
bool calls_function(const struct sigevent *event);

/* The same event, which calls the callback with this number. */
struct sigevent event_for(const struct sigevent *event, uintptr_t number);

/* The callback that such an event calls; 0: it is another event. */
uintptr_t number_of(const struct sigevent *event);

#endif
