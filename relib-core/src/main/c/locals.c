/* SPDX-License-Identifier: Apache-2.0 */
#include "locals.h"

#include "thread_end.h"

#include <errno.h>

void locals_run_by(struct thread_locals *module, void (*runner)(void (*)(void *), void *))
{
	pthread_mutex_lock(&records_lock);
	module->runner = runner;
	pthread_mutex_unlock(&records_lock);
}

int locals_add(struct thread_locals *module, void (*destructor)(void *), void *object)
{
	int error = errno;
	bool added = true;
	bool awaits_end = thread_end_await();
	pthread_mutex_lock(&records_lock);
	if (module->sealed) {
		module->abandoned++;
	} else {
		added = awaits_end && record_add_destructor(module, (struct destructor){destructor, object});
	}
	pthread_mutex_unlock(&records_lock);
	errno = error;
	return added ? 0 : -1;
}
