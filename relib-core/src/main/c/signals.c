/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "signals.h"

#include "hooks.h"
#include "ledger.h"
#include "quiet_lock.h"
#include "redirect.h"
#include "signal_chain.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t signals_lock = PTHREAD_MUTEX_INITIALIZER;
static struct signals *attached;
static _Atomic pid_t process; /* that has modules: a child that was forked may find the locks taken */

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
	sigset_t before;
	struct sigaction action;
	int error = errno;
	atomic_store(&process, getpid());
	quiet_lock(&signals_lock, &before);
	for (int number = 1; number < NSIG; number++) {
		if (sigaction(number, NULL, &action) == 0 && !is_modules(&action)) {
			others[number] = action;
		}
	}
	quiet_unlock(&signals_lock, &before);
	errno = error; /* some numbers are the C library's own */
}

static struct sigaction own_action(int number)
{
	sigset_t before;
	struct sigaction now;
	quiet_lock(&signals_lock, &before);
	if (sigaction(number, NULL, &now) != 0 || is_modules(&now)) {
		now = others[number];
	}
	quiet_unlock(&signals_lock, &before);
	return now;
}

/* A handler may run while its thread writes a record. */
static bool may_log(int number)
{
	sigset_t blocked;
	return !chain_is_running() && pthread_sigmask(SIG_BLOCK, NULL, &blocked) == 0 && sigismember(&blocked, number) == 0;
}

static void warn(struct signals *signals, int number, const struct sigaction *new)
{
	uint64_t bit = UINT64_C(1) << (number - 1);
	if (!may_log(number) || (atomic_fetch_or(&signals->told, bit) & bit) != 0) {
		return;
	}
	bool reaps = number == SIGCHLD && (new->sa_handler == SIG_IGN || (new->sa_flags & SA_NOCLDWAIT) != 0);
	const char *kind = new->sa_handler == SIG_IGN	? "ignores"
					   : new->sa_handler == SIG_DFL ? "takes the handler off"
													: "handles";
	char text[256];
	int len = snprintf(text, sizeof(text), "the module %s signal %d (%s) in all of the process%s", kind, number,
					   strsignal(number),
					   reaps ? ": the exit values of child processes are lost, and waitFor() returns 0" : "");
	log_put(signals->source, RELIB_WARN, text, (size_t)len);
}

static int change_action(struct signals *signals, int number, const struct sigaction *new, struct sigaction *old)
{
	if (signals == NULL || number < 1 || number >= NSIG || atomic_load(&process) != getpid()) {
		return sigaction(number, new, old);
	}
	struct sigaction own = own_action(number);
	int error = errno;
	if (new != NULL && new->sa_handler != own.sa_handler) {
		struct sigaction found;
		bool changes = !chain_find(signals, number, &found) || found.sa_handler != new->sa_handler;
		if (changes) {
			warn(signals, number, new);
		}
	}
	errno = error;
	return chain_change(signals, number, new, old, &own);
}

static handler *set_handler(struct signals *signals, int number, handler *function, int flags)
{
	struct sigaction new = {.sa_handler = function, .sa_flags = flags};
	struct sigaction old;
	sigemptyset(&new.sa_mask);
	return change_action(signals, number, &new, &old) == 0 ? old.sa_handler : SIG_ERR;
}

/* Of the library that has called a hook; NULL: nobody's. */
static struct signals *callers(void)
{
	return redirected_caller != NULL ? &redirected_caller->ledger->signals : NULL;
}

int redirected_sigaction(int number, const struct sigaction *new, struct sigaction *old)
{
	return change_action(callers(), number, new, old);
}

handler *redirected_signal(int number, handler *function)
{
	return set_handler(callers(), number, function, SA_RESTART);
}

handler *redirected_sysv_signal(int number, handler *function)
{
	return set_handler(callers(), number, function, SA_RESETHAND | SA_NODEFER);
}

int redirected_sigignore(int number)
{
	return set_handler(callers(), number, SIG_IGN, 0) == SIG_ERR ? -1 : 0;
}

static struct signals *owner_of(const void *address)
{
	sigset_t before;
	if (atomic_load(&process) != getpid()) {
		return NULL;
	}
	quiet_lock(&signals_lock, &before);
	struct signals *signals = attached;
	while (signals != NULL && ((uintptr_t)address < signals->code.begin || (uintptr_t)address >= signals->code.end)) {
		signals = signals->next;
	}
	quiet_unlock(&signals_lock, &before);
	return signals;
}

int signals_of_caller(int number, const struct sigaction *new, struct sigaction *old)
{
	return change_action(owner_of(__builtin_return_address(0)), number, new, old);
}

void signals_attach(struct signals *signals, const void *address, const struct log_source *source)
{
	sigset_t before;
	quiet_lock(&signals_lock, &before);
	if (signals->code.end == 0) {
		signals->next = attached;
		attached = signals;
		signals->code = library_range(address);
		signals->source = source;
	}
	quiet_unlock(&signals_lock, &before);
}

void signals_close(struct signals *signals)
{
	sigset_t before;
	quiet_lock(&signals_lock, &before);
	for (struct signals **link = &attached; *link != NULL; link = &(*link)->next) {
		if (*link == signals) {
			*link = signals->next;
			break;
		}
	}
	quiet_unlock(&signals_lock, &before);
}

/* The handler that a signal gets when the module is gone. Precondition: the lock is held. */
static struct sigaction handler_without(int number, const struct signals *signals)
{
	struct sigaction action = others[number];
	if (lies_in(&action, signals)) { /* installed before the module was attached, while another was opened */
		action = (struct sigaction){.sa_handler = SIG_DFL};
	}
	if (action.sa_handler == SIG_DFL && disturbs_by_default(number) && !is_synchronous(number)) {
		action.sa_handler = SIG_IGN;
	}
	return action;
}

static void tell(const struct signals *signals, int number, enum left left, bool ignored)
{
	char text[160];
	int len = snprintf(text, sizeof(text), "the %s of signal %d (%s) was left behind: %s",
					   left == LEFT_HANDLER ? "handler" : "disposition", number, strsignal(number),
					   left == LEFT_HANDLER && ignored ? "it is ignored from now on"
													  : "what was there before is back");
	log_put(signals->source, RELIB_WARN, text, (size_t)len);
}

void signals_restore(const struct signals *signals)
{
	sigset_t before;
	struct sigaction action;
	for (int number = 1; number < NSIG; number++) {
		enum left left = chain_forget(signals, number, &action);
		struct sigaction now;
		if (sigaction(number, NULL, &now) == 0 && lies_in(&now, signals)) { /* set in a way that is not known */
			quiet_lock(&signals_lock, &before);
			action = handler_without(number, signals);
			quiet_unlock(&signals_lock, &before);
			sigaction(number, &action, NULL);
			left = LEFT_HANDLER;
		}
		if (left != LEFT_NOTHING) {
			tell(signals, number, left, action.sa_handler == SIG_IGN);
		}
	}
}
