/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "signals.h"

#include "relib_rt.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t signals_lock = PTHREAD_MUTEX_INITIALIZER;
static struct signals *attached;

/* By number: the latest handler that is no module's. Where modules had replaced it before, it is the default. */
static struct sigaction others[NSIG];

static bool lies_in(const struct sigaction *action, const struct signals *signals)
{
	uintptr_t handler = (uintptr_t)action->sa_handler; /* shares its place with sa_sigaction */
	return handler >= signals->code.begin && handler < signals->code.end;
}

static bool is_modules(const struct sigaction *action)
{
	const struct signals *signals = attached;
	while (signals != NULL && !lies_in(action, signals)) {
		signals = signals->next;
	}
	return signals != NULL;
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

void signals_attach(struct signals *signals, const void *address)
{
	pthread_mutex_lock(&signals_lock);
	if (signals->code.end == 0) {
		signals->next = attached;
		attached = signals;
	}
	signals->code = library_range(address);
	pthread_mutex_unlock(&signals_lock);
}

void signals_close(struct signals *signals)
{
	pthread_mutex_lock(&signals_lock);
	for (struct signals **link = &attached; *link != NULL; link = &(*link)->next) {
		if (*link == signals) {
			*link = signals->next;
			break;
		}
	}
	pthread_mutex_unlock(&signals_lock);
}

static bool disturbs_by_default(int number)
{
	return number != SIGCHLD && number != SIGCONT && number != SIGURG && number != SIGWINCH;
}

/* The handler that a signal gets when the module is gone. Precondition: the lock is held. */
static struct sigaction handler_without(int number, const struct signals *signals)
{
	struct sigaction action = others[number];
	if (lies_in(&action, signals)) { /* installed before the module was attached, while another was opened */
		action = (struct sigaction){.sa_handler = SIG_DFL};
	}
	if (action.sa_handler == SIG_DFL && disturbs_by_default(number)) {
		action.sa_handler = SIG_IGN;
	}
	return action;
}

static void tell(const struct log_source *source, int number, bool ignored)
{
	char text[160];
	int len = snprintf(text, sizeof(text), "the handler of signal %d (%s) was left behind: %s", number,
					   strsignal(number), ignored ? "it is ignored from now on" : "the handler that was installed before is back");
	log_put(source, RELIB_WARN, text, (size_t)len);
}

void signals_drop_handlers(const struct signals *signals, const struct log_source *source)
{
	struct sigaction action;
	for (int number = 1; number < NSIG; number++) {
		if (sigaction(number, NULL, &action) != 0 || !lies_in(&action, signals)) {
			continue;
		}
		pthread_mutex_lock(&signals_lock);
		action = handler_without(number, signals);
		pthread_mutex_unlock(&signals_lock);
		sigaction(number, &action, NULL);
		tell(source, number, action.sa_handler == SIG_IGN);
	}
}
