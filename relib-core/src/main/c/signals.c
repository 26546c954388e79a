/*
 * Signal handlers: none may point into a library that is unmapped.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t signals_lock = PTHREAD_MUTEX_INITIALIZER;
static relib_ledger *attached;

/* By number, the latest that is no module's. What modules have replaced before that is the default. */
static struct sigaction others[NSIG];

static bool lies_in(const struct sigaction *action, const relib_ledger *ledger)
{
	uintptr_t handler = (uintptr_t)action->sa_handler; /* shares its place with sa_sigaction */
	return handler >= ledger->signals.code.begin && handler < ledger->signals.code.end;
}

static bool is_modules(const struct sigaction *action)
{
	const relib_ledger *ledger = attached;
	while (ledger != NULL && !lies_in(action, ledger)) {
		ledger = ledger->signals.next;
	}
	return ledger != NULL;
}

void signals_note(void)
{
	struct sigaction action;
	int error = errno;
	pthread_mutex_lock(&signals_lock);
	for (int number = 1; number < NSIG; number++) {
		if (sigaction(number, NULL, &action) == 0 && !is_modules(&action)) {
			others[number] = action;
		}
	}
	pthread_mutex_unlock(&signals_lock);
	errno = error; /* some numbers are the C library's own */
}

void signals_attach(relib_ledger *ledger, const void *address)
{
	pthread_mutex_lock(&signals_lock);
	if (ledger->signals.code.end == 0) {
		ledger->signals.next = attached;
		attached = ledger;
	}
	ledger->signals.code = library_range(address);
	pthread_mutex_unlock(&signals_lock);
}

void signals_close(relib_ledger *ledger)
{
	pthread_mutex_lock(&signals_lock);
	for (relib_ledger **link = &attached; *link != NULL; link = &(*link)->signals.next) {
		if (*link == ledger) {
			*link = ledger->signals.next;
			break;
		}
	}
	pthread_mutex_unlock(&signals_lock);
}

static bool disturbs_by_default(int number)
{
	return number != SIGCHLD && number != SIGCONT && number != SIGURG && number != SIGWINCH;
}

/* What the signal does when the module is gone. Precondition: the lock is held. */
static struct sigaction without(int number, const relib_ledger *ledger)
{
	struct sigaction action = others[number];
	if (lies_in(&action, ledger)) { /* installed before the module was attached, while another was opened */
		action = (struct sigaction){.sa_handler = SIG_DFL};
	}
	if (action.sa_handler == SIG_DFL && disturbs_by_default(number)) {
		action.sa_handler = SIG_IGN;
	}
	return action;
}

static void tell(relib_ledger *ledger, int number, bool ignored)
{
	char text[160];
	int len = snprintf(text, sizeof(text), "the handler of signal %d (%s) was left behind: %s", number,
					   strsignal(number), ignored ? "it is ignored from now on" : "the handler before it is back");
	log_put(ledger, RELIB_WARN, text, (size_t)len);
}

void signals_drop_handlers(relib_ledger *ledger)
{
	struct sigaction action;
	for (int number = 1; number < NSIG; number++) {
		if (sigaction(number, NULL, &action) != 0 || !lies_in(&action, ledger)) {
			continue;
		}
		pthread_mutex_lock(&signals_lock);
		action = without(number, ledger);
		pthread_mutex_unlock(&signals_lock);
		sigaction(number, &action, NULL);
		tell(ledger, number, action.sa_handler == SIG_IGN);
	}
}
