/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "signal_chain.h"

#include "handler_runs.h"
#include "quiet_lock.h"
#include "shared_action.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <time.h>

#define LINKS 16

/* What one module has one signal do. */
struct link {
	_Atomic(const struct signals *) owner; /* NULL: free */
	_Atomic uint64_t order;                /* the latest is the greatest; 0: free */
	struct shared_action action;           /* written while order is 0 */
	atomic_int running;                    /* threads in the handler, and those that have left it by a jump */
	int left;                              /* of the latter, as far as is known */
};

static struct chain {
	struct link links[LINKS];
	struct shared_action own; /* the process's, without any module */
	_Atomic uint64_t changes; /* of own; odd while it is written */
} chains[NSIG];

static pthread_mutex_t chain_lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t latest;

bool is_synchronous(int number)
{
	return number == SIGSEGV || number == SIGBUS || number == SIGFPE || number == SIGILL || number == SIGTRAP ||
		   number == SIGSYS;
}

bool disturbs_by_default(int number)
{
	return number != SIGCHLD && number != SIGCONT && number != SIGURG && number != SIGWINCH;
}

static bool is_handler(const struct sigaction *action)
{
	return action->sa_handler != SIG_DFL && action->sa_handler != SIG_IGN;
}

static struct link *find(const struct signals *owner, int number)
{
	for (int i = 0; i < LINKS; i++) {
		struct link *link = &chains[number].links[i];
		if (atomic_load(&link->owner) == owner) {
			return link;
		}
	}
	return NULL;
}

/* The latest link before the given one; NULL if there is none. */
static struct link *below(int number, uint64_t limit)
{
	struct link *found = NULL;
	uint64_t greatest = 0;
	for (int i = 0; i < LINKS; i++) {
		struct link *link = &chains[number].links[i];
		uint64_t order = atomic_load(&link->order);
		if (order > greatest && order < limit) {
			found = link;
			greatest = order;
		}
	}
	return found;
}

static void call(const struct sigaction *action, int number, siginfo_t *info, void *context)
{
	if (action->sa_flags & SA_SIGINFO) {
		action->sa_sigaction(number, info, context);
	} else {
		action->sa_handler(number);
	}
}

/* What the kernel does with a signal that nobody handles, at the place where it came. */
static void do_by_default(int number, const siginfo_t *info, bool ignored)
{
	bool fault = is_synchronous(number) && info->si_code > 0;
	if (fault || (!ignored && disturbs_by_default(number))) {
		struct sigaction standard = {.sa_handler = SIG_DFL};
		sigaction(number, &standard, NULL);
		if (!fault) {
			raise(number);
		}
	}
}

/* Precondition: the lock is held. */
static void set_own(struct chain *chain, const struct sigaction *own)
{
	atomic_fetch_add(&chain->changes, 1);
	shared_write(&chain->own, own);
	atomic_fetch_add(&chain->changes, 1);
}

/* Also in a handler: whoever writes is another thread, and is soon done. */
static struct sigaction own_of(const struct chain *chain)
{
	struct sigaction own;
	uint64_t changes;
	do {
		changes = atomic_load(&chain->changes);
		own = shared_read(&chain->own);
	} while (changes % 2 != 0 || atomic_load(&chain->changes) != changes);
	return own;
}

/* False if the module has gone. */
static bool read_action(const struct link *link, struct sigaction *action)
{
	uint64_t order;
	do {
		order = atomic_load(&link->order);
		*action = shared_read(&link->action);
	} while (atomic_load(&link->order) != order);
	return order != 0;
}

static void run_link(struct link *link, int number, siginfo_t *info, void *context)
{
	atomic_fetch_add(&link->running, 1);
	struct sigaction action;
	if (!read_action(link, &action)) { /* the module has just gone: the signal comes again if it matters */
		atomic_fetch_sub(&link->running, 1);
		return;
	}
	if (is_handler(&action)) {
		call(&action, number, info, context);
	} else {
		do_by_default(number, info, action.sa_handler == SIG_IGN);
	}
	atomic_fetch_sub(&link->running, 1);
}

static void dispatch(int number, siginfo_t *info, void *context)
{
	int error = errno;
	uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
	const struct run *caller = run_passing_on(context, frame);
	struct link *link = below(number, caller != NULL ? caller->order : UINT64_MAX);
	bool was_own = caller != NULL && caller->order == 0;
	struct run *run = run_begin(context, frame, link != NULL ? atomic_load(&link->order) : 0);
	struct sigaction own = own_of(&chains[number]);
	if (link != NULL) {
		run_link(link, number, info, context);
	} else if (is_handler(&own) && !was_own) {
		call(&own, number, info, context);
	} else {
		do_by_default(number, info, own.sa_handler == SIG_IGN);
	}
	run_end(run);
	errno = error;
}

bool chain_is_running(void)
{
	return run_is_any();
}

/* What the kernel is to do. */
static struct sigaction effective(int number)
{
	struct link *link = below(number, UINT64_MAX);
	if (link == NULL) {
		return own_of(&chains[number]);
	}
	struct sigaction action = shared_read(&link->action);
	if (is_handler(&action)) {
		action.sa_sigaction = dispatch;
		action.sa_flags = (action.sa_flags & ~SA_RESETHAND) | SA_SIGINFO | SA_ONSTACK;
	}
	return action;
}

static bool is_empty(int number)
{
	return below(number, UINT64_MAX) == NULL;
}

static bool same(const struct sigaction *one, const struct sigaction *other)
{
	return one->sa_handler == other->sa_handler;
}

static void put(struct link *link, const struct signals *owner, const struct sigaction *action)
{
	atomic_store(&link->order, 0);
	shared_write(&link->action, action);
	int running = atomic_load(&link->running);
	link->left = link->left < running ? link->left : running;
	atomic_store(&link->owner, owner);
	atomic_store(&link->order, ++latest);
}

static void clear(struct link *link)
{
	atomic_store(&link->order, 0);
	atomic_store(&link->owner, NULL);
}

/* Whether the process's own code has replaced what the chain has set. It stays, whoever asks. */
static bool is_covered(int number, const struct sigaction *now)
{
	struct sigaction expected = effective(number);
	return !is_empty(number) && !same(now, &expected);
}

static int change(const struct signals *owner, int number, const struct sigaction *new, struct sigaction *old,
				  const struct sigaction *own)
{
	struct chain *chain = &chains[number];
	struct sigaction now;
	if (sigaction(number, NULL, &now) != 0) {
		return -1;
	}
	if (is_empty(number)) {
		set_own(chain, own);
	}
	struct sigaction others = own_of(chain);
	struct link *link = find(owner, number);
	if (old != NULL) {
		*old = link != NULL ? shared_read(&link->action) : now;
	}
	if (new == NULL) {
		return 0;
	}
	bool covered = is_covered(number, &now);
	bool restores = new->sa_sigaction == dispatch || same(new, &others) ||
					(is_synchronous(number) && new->sa_handler == SIG_IGN);
	if (restores && link == NULL && is_empty(number)) {
		return is_synchronous(number) && new->sa_handler == SIG_IGN ? 0 : sigaction(number, new, NULL);
	}
	if (restores) {
		if (link != NULL) {
			clear(link);
		}
	} else {
		link = link != NULL ? link : find(NULL, number);
		if (link == NULL) {
			return sigaction(number, new, NULL);
		}
		if (covered) {
			set_own(chain, &now);
		}
		put(link, owner, new);
		covered = false;
	}
	struct sigaction wanted = effective(number);
	return covered ? 0 : sigaction(number, &wanted, NULL);
}

int chain_change(const struct signals *owner, int number, const struct sigaction *new, struct sigaction *old,
				 const struct sigaction *own)
{
	sigset_t before;
	quiet_lock(&chain_lock, &before);
	int result = change(owner, number, new, old, own);
	quiet_unlock(&chain_lock, &before);
	return result;
}

bool chain_find(const struct signals *owner, int number, struct sigaction *action)
{
	sigset_t before;
	quiet_lock(&chain_lock, &before);
	struct link *link = find(owner, number);
	if (link != NULL) {
		*action = shared_read(&link->action);
	}
	quiet_unlock(&chain_lock, &before);
	return link != NULL;
}

/* A handler may have been left by a jump, so that this does not wait for ever. */
static void await_handler(struct link *link)
{
	for (int i = 0; i < 100 && atomic_load(&link->running) > link->left; i++) {
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
	link->left = atomic_load(&link->running);
}

enum left chain_forget(const struct signals *owner, int number, struct sigaction *result)
{
	sigset_t before;
	struct sigaction now;
	if (find(owner, number) == NULL) { /* as for most signals, and the lock takes two system calls */
		return LEFT_NOTHING;
	}
	quiet_lock(&chain_lock, &before);
	struct link *link = find(owner, number);
	enum left left = LEFT_NOTHING;
	if (link != NULL && sigaction(number, NULL, &now) == 0) {
		bool covered = is_covered(number, &now);
		struct sigaction own = shared_read(&link->action);
		bool handled = is_handler(&own);
		atomic_store(&link->order, 0);
		*result = effective(number);
		if (handled && result->sa_handler == SIG_DFL && disturbs_by_default(number) && !is_synchronous(number)) {
			result->sa_handler = SIG_IGN; /* the signal may still come */
		}
		if (!covered) {
			sigaction(number, result, NULL);
			left = handled ? LEFT_HANDLER : LEFT_DISPOSITION;
		}
	}
	quiet_unlock(&chain_lock, &before);
	if (link != NULL) {
		await_handler(link);
		atomic_store(&link->owner, NULL);
	}
	return left;
}
