/*
 * The end of a thread, as libc tells of it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_THREAD_END_H
#define RELIB_THREAD_END_H

#include <stdbool.h>

/*
 * Has libc run the calling thread's destructors when the thread ends; false if libc can not. Precondition:
 * records_lock is not held. This waits for the dynamic linker's lock, whose holder may be in a library's
 * destructor that waits for records_lock.
 */
bool thread_end_await(void);

#endif
